using System.Text.Json;
using Portal.Hosting;

namespace Portal.Accounts;

/// <summary>
/// Accounts of the demonstration: three roles at each of two stations, made with random passwords at the first start. A real office
/// signs in through OpenID Connect, and then none of this exists.
/// </summary>
public sealed class DemoAccounts(PortalPaths paths, IAccountAnnouncer announcer)
{
    private static readonly (string Salt, string Hash) s_nobody = PasswordHash.Make("nobody");

    private readonly string _file = Path.Combine(paths.Data, "accounts.json");
    private IReadOnlyList<DemoAccount> _accounts = [];

    /// <summary>Stations of the demonstration.</summary>
    public static IReadOnlyList<string> Agencies { get; } = ["west", "south"];

    /// <summary>Reads the accounts, or makes them.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(_file))
        {
            await using var stream = File.OpenRead(_file);
            _accounts = await JsonSerializer.DeserializeAsync<List<DemoAccount>>(stream, cancellationToken: cancellationToken) ?? [];
            return;
        }

        var made = new List<(DemoAccount Account, string Password)>();
        foreach (var agency in Agencies)
        {
            foreach (var role in new[] { "clerk", "officer", "reader" })
            {
                var password = PasswordHash.NewPassword();
                var (salt, hash) = PasswordHash.Make(password);
                made.Add((new DemoAccount($"{agency}-{role}", agency, role, salt, hash), password));
            }
        }

        _accounts = [.. made.Select(entry => entry.Account)];
        await File.WriteAllTextAsync(_file, JsonSerializer.Serialize(_accounts), cancellationToken);
        announcer.Announce(made);
    }

    /// <summary>The account, if the password fits. An unknown name costs the same time as a wrong password.</summary>
    public DemoAccount? SignIn(string? name, string? password)
    {
        var account = _accounts.FirstOrDefault(account => account.Name == name?.Trim());
        var (salt, hash) = account is null ? s_nobody : (account.Salt, account.Hash);
        return PasswordHash.Fits(password ?? string.Empty, salt, hash) ? account : null;
    }
}
