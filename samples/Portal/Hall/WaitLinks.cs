using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NewCitizen.Appointments;

namespace Portal.Hall;

/// <summary>Links of people who wait for a place: the id of the entry under a seal.</summary>
public sealed class WaitLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("wait-links");

    public string Seal(WaitlistEntryId id) => _protector.Protect(id.ToString());

    public WaitlistEntryId? Open(string link)
    {
        try
        {
            return WaitlistEntryId.TryParse(_protector.Unprotect(link), null, out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
