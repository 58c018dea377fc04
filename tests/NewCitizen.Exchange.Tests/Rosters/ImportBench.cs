using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Exchange.Rosters;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Exchange.Tests.Rosters;

/// <summary>A store on disk with the importer on it.</summary>
internal sealed class ImportBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ImportBench(string folder, ServiceProvider services) => (Folder, _services) = (folder, services);

    public static AccessContext Clerk { get; } = new(AgencyId.Parse("teda"), "clerk-7", "test");

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "store.db");

    public RosterImporter Importer => _services.GetRequiredService<RosterImporter>();

    public ResidentManager Residents => _services.GetRequiredService<ResidentManager>();

    public static async Task<ImportBench> CreateAsync(long? maxBytes = null)
    {
        var folder = Directory.CreateTempSubdirectory("import").FullName;
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 11, 22, 4, 0)));
        services.AddNewCitizen()
            .UseSqlite(options => (options.Path, options.MaxFileBytes, options.JournalBytes) = (Path.Combine(folder, "store.db"), maxBytes, 0), SchemaMode.Create)
            .AddValidation()
            .AddExchange();
        var provider = services.BuildServiceProvider();
        await provider.StartNewCitizenAsync();
        return new ImportBench(folder, provider);
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

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static List<IssueRecord> Read(byte[] bytes) =>
        [.. System.Text.Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => System.Text.Json.JsonSerializer.Deserialize<IssueRecord>(line, s_options)!)];

    private static readonly System.Text.Json.JsonSerializerOptions s_options = new(System.Text.Json.JsonSerializerDefaults.Web);
}
