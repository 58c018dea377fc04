using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NewCitizen.Appointments;
using NewCitizen.Cases;

namespace Portal.Hall;

/// <summary>Links of people who wait for a place or who have looked a case up: the id under a seal, each kind under its own.</summary>
public sealed class WaitLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector _waits = protection.CreateProtector("wait-links");
    private readonly ITimeLimitedDataProtector _cases = protection.CreateProtector("case-links").ToTimeLimitedDataProtector();

    public string Seal(WaitlistEntryId id) => _waits.Protect(id.ToString());

    /// <summary>A case is looked up anew each time: its link ends after half an hour.</summary>
    public string Seal(ServiceCaseId id) => _cases.Protect(id.ToString(), TimeSpan.FromMinutes(30));

    public WaitlistEntryId? Open(string link) => Read(() => _waits.Unprotect(link)) is { } text && WaitlistEntryId.TryParse(text, null, out var id) ? id : null;

    public ServiceCaseId? OpenCase(string link) => Read(() => _cases.Unprotect(link)) is { } text && ServiceCaseId.TryParse(text, null, out var id) ? id : null;

    private static string? Read(Func<string> open)
    {
        try
        {
            return open();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
