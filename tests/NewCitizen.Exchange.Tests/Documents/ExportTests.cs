using System.Security.Cryptography;
using System.Text.Json;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Exchange.Checking;
using NewCitizen.Exchange.Export;
using NewCitizen.Exchange.Schemas;
using NewCitizen.Exchange.V1;
using NewCitizen.Residents;

namespace NewCitizen.Exchange.Tests.Documents;

public sealed class ExportTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("export").FullName;

    private string Target => Path.Combine(_root, "out");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Export_SyntheticStore_EveryLinePassesTheChecker()
    {
        await using var store = await SyntheticStore.CreateAsync(500);
        var outcome = await store.Exporter.ExportAsync(store.Context, Target, new() { PageSize = 64 }, CancellationToken.None);

        var summary = outcome.Require();
        Assert.Equal((500, 0, 0), (summary.Residents, summary.Merged, summary.Refused));
        Assert.False(File.Exists(Path.Combine(Target, ResidentExporter.IssuesName)));
        foreach (var type in DocumentTypes.All)
        {
            using var stream = File.OpenRead(Path.Combine(Target, type.FileName));
            var issues = new List<DocumentIssue>();
            var report = await Checkers.Of(type.Name).CheckAsync(stream, issues.Add, CancellationToken.None);
            Assert.Empty(issues);
            Assert.Equal(type == DocumentTypes.Resident ? 500 : summary.Registrations, report.Accepted);
        }

        Assert.True(summary.Registrations > 400);
    }

    [Fact]
    public async Task Export_Manifest_MatchesTheFiles()
    {
        await using var store = await SyntheticStore.CreateAsync(30);
        await store.Exporter.ExportAsync(store.Context, Target, options: null, CancellationToken.None);

        using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Target, ResidentExporter.ManifestName)));
        foreach (var part in manifest.RootElement.GetProperty("parts").EnumerateArray())
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(Target, part.GetProperty("name").GetString()!));
            Assert.Equal(bytes.Length, part.GetProperty("bytes").GetInt64());
            Assert.Equal(bytes.Count(unit => unit == '\n'), part.GetProperty("records").GetInt64());
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), part.GetProperty("digests").GetProperty("sha-256").GetString());
            var schema = await File.ReadAllBytesAsync(Path.Combine(Target, part.GetProperty("schema").GetProperty("name").GetString()!));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(schema)), part.GetProperty("schema").GetProperty("digests").GetProperty("sha-256").GetString());
        }

        Assert.Equal("full", manifest.RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Export_MergedFile_BecomesAMergeLine()
    {
        await using var store = await SyntheticStore.CreateAsync(0);
        var one = await store.AddAsync(1);
        var other = await store.AddAsync(2);
        await MergeAsync(store, one.Id, other.Id);
        var summary = (await store.Exporter.ExportAsync(store.Context, Target, options: null, CancellationToken.None)).Require();

        Assert.Equal((1, 1, 2, 0), (summary.Residents, summary.Merged, summary.Registrations, summary.Refused));
        var lines = File.ReadLines(Path.Combine(Target, "residents.ndjson")).Select(line => JsonSerializer.Deserialize(line, ExchangeJson.Default.ResidentLine)!).ToDictionary(line => line.K);
        var merged = lines[other.Id.ToString()];
        Assert.Equal((RecordOperations.Merge, one.Id.ToString(), null), (merged.Op, merged.Into, merged.D));
        Assert.Contains(lines[one.Id.ToString()].D!.Documents, document => document.MergedFrom == other.Id.ToString());
    }

    [Fact]
    public async Task Export_RecordTheSchemaRefuses_IsLeftOutWithItsStaysAndTold()
    {
        await using var store = await SyntheticStore.CreateAsync(3);
        var bad = await store.AddAsync(3);
        var file = await store.Residents.FindAsync(store.Context, bad.Id, CancellationToken.None);
        (await store.Residents.SetEmploymentAsync(store.Context, bad.Id, file!.Revision, new Employment("示例厂", "not a code"), CancellationToken.None)).Require();
        var summary = (await store.Exporter.ExportAsync(store.Context, Target, options: null, CancellationToken.None)).Require();

        Assert.Equal((3, 2), (summary.Residents, summary.Refused));
        var issue = JsonDocument.Parse(Assert.Single(File.ReadLines(Path.Combine(Target, ResidentExporter.IssuesName)))).RootElement;
        Assert.Equal((bad.Id.ToString(), "pattern"), (issue.GetProperty("k").GetString(), issue.GetProperty("keyword").GetString()));
        Assert.DoesNotContain(bad.Id.ToString(), await File.ReadAllTextAsync(Path.Combine(Target, "residence-registrations.ndjson")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_WithoutPurpose_IsRefusedAndLeavesNothing()
    {
        await using var store = await SyntheticStore.CreateAsync(1);
        var outcome = await store.Exporter.ExportAsync(new AccessContext(store.Context.Agency, "clerk-1"), Target, options: null, CancellationToken.None);

        Assert.Equal(AccessErrors.PurposeMissing, outcome.FirstError.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public async Task Export_OtherAgency_SeesNobody()
    {
        await using var store = await SyntheticStore.CreateAsync(5);
        var other = new AccessContext(Agencies.AgencyId.Parse("dongli"), "clerk-2", "test");
        var summary = (await store.Exporter.ExportAsync(other, Target, options: null, CancellationToken.None)).Require();

        Assert.Equal((0, 0), (summary.Residents, summary.Registrations));
    }

    [Fact]
    public async Task Export_TargetTaken_IsRefusedUnlessAnEarlierExportIsReplaced()
    {
        await using var store = await SyntheticStore.CreateAsync(2);
        Directory.CreateDirectory(Target);
        await store.Exporter.ExportAsync(store.Context, Target, options: null, CancellationToken.None);
        var again = await store.Exporter.ExportAsync(store.Context, Target, options: null, CancellationToken.None);
        Assert.Equal(ExchangeErrors.TargetExists, again.FirstError.Code);

        await store.AddAsync(2);
        var replaced = await store.Exporter.ExportAsync(store.Context, Target, new() { Replace = true }, CancellationToken.None);
        Assert.Equal(3, replaced.Require().Residents);

        File.Delete(Path.Combine(Target, ResidentExporter.ManifestName));
        var foreign = await store.Exporter.ExportAsync(store.Context, Target, new() { Replace = true }, CancellationToken.None);
        Assert.Equal(ExchangeErrors.TargetExists, foreign.FirstError.Code);
        Assert.Single(Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public async Task Export_Cancelled_LeavesNothing()
    {
        await using var store = await SyntheticStore.CreateAsync(2);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Exporter.ExportAsync(store.Context, Target, options: null, cancelled.Token).AsTask());

        Assert.Empty(Directory.EnumerateFileSystemEntries(_root));
    }

    private static async Task MergeAsync(SyntheticStore store, ResidentId survivor, ResidentId duplicate)
    {
        var files = await store.Residents.FindManyAsync(store.Context, [survivor, duplicate], CancellationToken.None);
        (await store.Residents.MergeAsync(store.Context, survivor, files[survivor].Revision, duplicate, files[duplicate].Revision, CancellationToken.None)).Require();
    }
}
