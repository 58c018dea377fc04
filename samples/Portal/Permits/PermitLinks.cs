using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NewCitizen.Permits;

namespace Portal.Permits;

/// <summary>Links of people who have looked their permit up: the id under a seal that ends after half an hour.</summary>
public sealed class PermitLinks(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector _permits = protection.CreateProtector("permit-links").ToTimeLimitedDataProtector();

    public string Seal(ResidencePermitId id) => _permits.Protect(id.ToString(), TimeSpan.FromMinutes(30));

    public ResidencePermitId? Open(string link)
    {
        try
        {
            return ResidencePermitId.TryParse(_permits.Unprotect(link), null, out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
