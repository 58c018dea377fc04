using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Exchange.Rosters;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.TestServers.PostgreSql;
using NewCitizen.TestStores;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Exchange.Tests.Rosters;

/// <summary>A store on disk with the importer on it, on SQLite unless another was chosen for all tests.</summary>
internal sealed class ImportBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private readonly string _schema;

    private ImportBench(string folder, string schema, ServiceProvider services) => (Folder, _schema, _services) = (folder, schema, services);

    public static AccessContext Clerk { get; } = new(AgencyId.Parse("teda"), "clerk-7", "test");

    public string Folder { get; }

    public RosterImporter Importer => _services.GetRequiredService<RosterImporter>();

    public ResidentManager Residents => _services.GetRequiredService<ResidentManager>();

    public static async Task<ImportBench> CreateAsync(long? maxBytes = null)
    {
        var (folder, schema) = (Directory.CreateTempSubdirectory("import").FullName, PostgreSqlServer.NewSchema());
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 11, 22, 4, 0)));
        services.AddNewCitizen()
            .UseTestStore(builder => builder.UseSqlite(options => (options.Path, options.MaxFileBytes, options.JournalBytes) = (Path.Combine(folder, "store.db"), maxBytes, 0), SchemaMode.Create), schema)
            .AddValidation()
            .AddExchange();
        var provider = services.BuildServiceProvider();
        await provider.StartNewCitizenAsync();
        if (TestStore.Major is not null && maxBytes is not null) await StoreContent.LimitAsync(schema, maxBytes.Value);
        return new ImportBench(folder, schema, provider);
    }

    /// <summary>Imports a file and reads back what was reported.</summary>
    public async Task<(RosterImportResult Result, List<IssueRecord> Issues)> ImportAsync(byte[] file, RosterOptions? options = null, IProgress<RosterProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var issues = new MemoryStream();
        var import = new RosterImport { Source = new MemoryStream(file), Issues = issues, IssuesFormat = IssuesFileFormat.Ndjson, Options = options ?? RosterOptions.Default, ProgressInterval = 10 };
        var result = await Importer.ImportAsync(Clerk, import, progress, cancellationToken);
        return (result, Read(issues.ToArray()));
    }

    /// <summary>Everything on file, in full: name, number and addresses of stays.</summary>
    public async Task<List<string>> PeopleAsync()
    {
        var people = new List<string>();
        string? after = null;
        do
        {
            var page = (await Residents.ReadPageFullAsync(Clerk, 200, after, CancellationToken.None)).Require();
            people.AddRange(page.Items.Select(file =>
                $"{file.CurrentName.ToString("F")} {file.Documents[0].Value.RevealNumber()} {file.Sex} {file.BirthDate} {string.Join(',', file.Phones.Select(phone => phone.Value.ToString("F")))} {file.Registrations.Count} {string.Join(';', file.Extensions.Select(entry => entry.Key + "=" + entry.Value))}"));
            after = page.Next;
        }
        while (after is not null);
        people.Sort(StringComparer.Ordinal);
        return people;
    }

    /// <summary>All bytes the store keeps.</summary>
    public async Task<IReadOnlyList<byte[]>> DumpAsync() => TestStore.Major is not null
        ? await StoreContent.DumpAsync(_schema)
        : [.. Directory.EnumerateFiles(Folder, "store.db*").Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).Select(ReadShared)];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    private static List<IssueRecord> Read(byte[] bytes) =>
        [.. System.Text.Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => System.Text.Json.JsonSerializer.Deserialize<IssueRecord>(line, s_options)!)];

    private static readonly System.Text.Json.JsonSerializerOptions s_options = new(System.Text.Json.JsonSerializerDefaults.Web);
}
