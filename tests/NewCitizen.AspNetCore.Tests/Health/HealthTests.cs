using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Maintenance;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Testing.InMemory;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.AspNetCore.Tests.Health;

public sealed class HealthTests : IAsyncDisposable
{
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 6, 1, 4, 0));
    private readonly string _folder = Directory.CreateTempSubdirectory("nc-health").FullName;
    private readonly Reader _reader = new();
    private WebApplication? _app;

    [Fact]
    public async Task Ready_AllWell_NamesEveryCheckAndHoldsNoSecret()
    {
        var client = await StartAsync();
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(text);
        Assert.Equal("Healthy", json.RootElement.GetProperty("status").GetString());
        Assert.Equal(["audit", "disk", "feed", "jobs", "keys", "schema", "store"], json.RootElement.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));
        Assert.DoesNotContain(_folder, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health", UriKind.Relative)));
    }

    [Fact]
    public async Task Ready_KeyFileGone_IsUnhealthyWithItsCodeWhileLiveStays()
    {
        var client = await StartAsync();
        File.Delete(Path.Combine(_folder, "keys.json"));

        Assert.Equal("NC3100", (await CheckAsync(client, "keys", HttpStatusCode.ServiceUnavailable)).GetProperty("code").GetString());
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
    }

    [Fact]
    public async Task Ready_AuditUnsignedTooLong_IsDegraded()
    {
        var client = await StartAsync();
        var store = _app!.Services.GetRequiredService<IRecordStore>();
        var west = AgencyId.Parse("west");
        await store.CommitAsync(new WriteBatch(west).AddAudit(new AuditEntry(west, _clock.GetCurrentInstant(), "clerk", "test", null, null, null, null)), default);
        Assert.Equal("Healthy", (await CheckAsync(client, "audit")).GetProperty("status").GetString());

        _clock.AdvanceSeconds(61);
        var audit = await CheckAsync(client, "audit");
        Assert.Equal("Degraded", audit.GetProperty("status").GetString());
        Assert.Equal(1, audit.GetProperty("unsigned").GetInt32());
        Assert.Equal(61, audit.GetProperty("oldestSeconds").GetDouble());

        await _app.Services.GetRequiredService<AuditSequencer>().RunAsync(flush: true, default);
        Assert.Equal("Healthy", (await CheckAsync(client, "audit")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Ready_ReaderStandsStill_IsDegradedUntilItMoves()
    {
        var client = await StartAsync();
        var store = _app!.Services.GetRequiredService<IRecordStore>();
        var lease = await _app.Services.GetRequiredService<StoreLeases>().TryAcquireAsync("work", "a", Duration.FromMinutes(1), default);
        Assert.NotNull(lease);
        Assert.Equal(0, (await CheckAsync(client, "feed")).GetProperty("relay.entries").GetInt32());
        var west = AgencyId.Parse("west");
        var subject = new RecordKey(west, StoreLeases.Kind, StoreLeases.IdOf("x"));
        await store.CommitAsync(new WriteBatch(west).Emit(new DomainEvent("test", subject, default)), default);
        Assert.Equal("Healthy", (await CheckAsync(client, "feed")).GetProperty("status").GetString());

        _clock.AdvanceSeconds(301);
        var feed = await CheckAsync(client, "feed");
        Assert.Equal("Degraded", feed.GetProperty("status").GetString());
        Assert.Equal(1, feed.GetProperty("relay.entries").GetInt32());

        _reader.Handled = (await ((IChangeFeed)store).ReadChangesAsync(null, FeedPosition.Start, 100, default)).Position;
        Assert.Equal(0, (await CheckAsync(client, "feed")).GetProperty("relay.entries").GetInt32());
    }

    [Fact]
    public async Task Ready_JobsNotDoneForDays_IsDegradedUntilTheyRan()
    {
        var client = await StartAsync(sdk => sdk.AddMaintenance(options => options.RunAt = new LocalTime(2, 0)));
        Assert.Equal("Healthy", (await CheckAsync(client, "jobs")).GetProperty("status").GetString());

        _clock.AdvanceHours(73);
        Assert.Equal("Degraded", (await CheckAsync(client, "jobs")).GetProperty("status").GetString());

        await _app!.Services.GetRequiredService<JobRunner>().RunDueAsync(default);
        var jobs = await CheckAsync(client, "jobs");
        Assert.Equal("Healthy", jobs.GetProperty("status").GetString());
        Assert.Equal("Completed", jobs.GetProperty("retention.outcome").GetString());
        Assert.Equal(0, jobs.GetProperty("retention.hoursSinceCompleted").GetDouble());
    }

    [Fact]
    public async Task Ready_DiskNearlyFull_IsUnhealthyWithoutThePath()
    {
        var client = await StartAsync(options => options.ConfigureHealth(health => health.UnhealthyBelowFreeBytes = long.MaxValue));
        var disk = await CheckAsync(client, "disk", HttpStatusCode.ServiceUnavailable);
        Assert.Equal("NC3009", disk.GetProperty("code").GetString());
        Assert.True(disk.GetProperty("freeBytes").GetInt64() > 0);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task<HttpClient> StartAsync(Action<NewCitizen.Hosting.NewCitizenBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IClock>(_clock).AddSingleton<InMemoryRecordStore>().AddSingleton<IChangeFeedReader>(_reader);
        builder.Services.AddSingleton(new StoreLocation(Path.Combine(_folder, "records.db")));
        var sdk = builder.Services.AddNewCitizen().UseStore<InMemoryRecordStore>().UseKeyFile(Path.Combine(_folder, "keys.json")).AddAspNetCore();
        configure?.Invoke(sdk);
        sdk.ConfigureHealth(health => health.DegradedBelowFreeBytes = 1);

        // The checks alone, without the services that would sign or look on their own.
        foreach (var service in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace?.StartsWith("NewCitizen", StringComparison.Ordinal) == true).ToList())
        {
            builder.Services.Remove(service);
        }

        _app = builder.Build();
        _app.MapNewCitizenHealth();
        _app.Services.GetRequiredService<IKeyRing>();
        await _app.StartAsync();
        return _app.GetTestClient();
    }

    private static async Task<JsonElement> CheckAsync(HttpClient client, string name, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(expected, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == name).Clone();
    }

    private sealed class Reader : IChangeFeedReader
    {
        public FeedPosition Handled { get; set; }

        public string Name => "relay";

        public ValueTask<FeedPosition> ReadHandledAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Handled);
    }
}
