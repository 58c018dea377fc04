using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Security;

/// <summary>
/// What somebody searched for, sealed, so that a result page has an address of its own (back, reload, next page) without a name or number in it.
/// Works for the same account and half an hour only.
/// </summary>
public sealed class SearchTokens(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Portal.Search").ToTimeLimitedDataProtector();

    public string Seal(string account, SearchTerm term) => _protector.Protect(JsonSerializer.Serialize(new Sealed(account, term.By, term.Text)), TimeSpan.FromMinutes(30));

    public bool TryOpen(string account, string token, [NotNullWhen(true)] out SearchTerm? term)
    {
        term = null;
        try
        {
            var opened = JsonSerializer.Deserialize<Sealed>(_protector.Unprotect(token));
            term = opened is not null && opened.Account == account ? new SearchTerm(opened.By, opened.Text) : null;
        }
        catch (CryptographicException)
        {
            // Altered or too old: the person searches again.
        }

        return term is not null;
    }

    private sealed record Sealed(string Account, string By, string Text);
}
