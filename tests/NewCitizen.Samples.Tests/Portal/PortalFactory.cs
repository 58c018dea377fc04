using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewCitizen.TestStores;
using Portal.Accounts;

namespace NewCitizen.Samples.Tests.Portal;

/// <summary>The portal as it starts from a fresh clone, in a folder of its own; keeps the passwords that would be printed.</summary>
public sealed class PortalFactory : WebApplicationFactory<Program>, IAccountAnnouncer
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-tests-").FullName;
    private IReadOnlyList<(DemoAccount Account, string Password)> _accounts = [];

    public Dictionary<string, string> Settings { get; } = new() { ["Portal:SignInsPerMinute"] = "100000", ["Portal:LookUpsPerMinute"] = "100000", ["Portal:OccupancyPolicies"] = Standards(), ["demo-now"] = "2026-11-23T10:20", ["urls"] = "http://127.0.0.1:0" };

    public string Environment { get; init; } = "Development";

    /// <summary>Gets every line the portal logs at the level an office runs with.</summary>
    public CollectingLogger? Log { get; init; }

    public string StorePath => Path.Combine(_folder, "portal.db");

    public string PasswordOf(string account)
    {
        _ = Services;
        return _accounts.Single(entry => entry.Account.Name == account).Password;
    }

    public void Announce(IReadOnlyList<(DemoAccount Account, string Password)> accounts) => _accounts = accounts;

    public async Task<PortalClient> SignInAsync(string account)
    {
        var client = new PortalClient(this);
        var answer = await client.SubmitAsync("/sign-in", ("Account", account), ("Password", PasswordOf(account)));
        Assert.Equal(302, (int)answer.StatusCode);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("store", TestStore.Name(StorePath));
        builder.UseSetting("data", _folder);
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        if (Log is not null)
        {
            builder.ConfigureLogging(logging => logging.AddProvider(Log));
        }

        builder.ConfigureTestServices(services =>
        {
            if (services.Any(service => service.ServiceType == typeof(IAccountAnnouncer)))
            {
                services.AddSingleton<IAccountAnnouncer>(this);
            }
        });
    }

    // The published examples: Beijing and others, nothing for the stations of the demonstration.
    private static string Standards()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Sdk.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No solution above the tests.");
        }

        return Path.Combine(folder, "docs", "examples", "occupancy-policies.json");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A file still open is not what these tests are about.
        }
    }
}
