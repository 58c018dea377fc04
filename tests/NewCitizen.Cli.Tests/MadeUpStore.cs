using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Storage.Sqlite;
using NodaTime;

namespace NewCitizen.Cli.Tests;

/// <summary>Stores with many records that mean nothing, for verbs that never read what is in them.</summary>
internal static class MadeUpStore
{
    /// <summary>The kinds the program knows.</summary>
    public static IReadOnlyList<RecordKind> Kinds { get; } = MakeKinds();

    public static async Task MakeAsync(string path, int records, int auditEntries, IReadOnlyList<RecordKind>? kinds = null)
    {
        var options = new SqliteStoreOptions { Path = path };
        await using var store = await SqliteRecordStore.OpenAsync(options, kinds ?? Kinds, SchemaMode.Create, CancellationToken.None);
        var kind = (kinds ?? Kinds).Single(kind => kind.Name == ResidentKind.Kind.Name);
        await store.LoadAsync(Records(kind, records).ToAsyncEnumerable(), BulkMode.InsertOnly, static _ => null, CancellationToken.None);
        await store.LoadAuditAsync(Enumerable.Range(1, auditEntries).Select(Entry).ToAsyncEnumerable(), CancellationToken.None);
    }

    private static IEnumerable<StoredRecord> Records(RecordKind kind, int count)
    {
        AgencyId[] agencies = [AgencyId.Parse("hangu"), AgencyId.Parse("teda"), AgencyId.Parse("xiqing")];
        var body = Encoding.UTF8.GetBytes($$"""{"fill":"{{new string('x', 400)}}"}""");
        for (var i = 0; i < count; i++)
        {
            var key = new RecordKey(agencies[i % 3], kind, new Guid(i, 0, 0, [128, 0, 0, 0, 0, 0, 0, 1]));
            yield return i % 50 == 49
                ? StoredRecord.Tombstone(key, 4)
                : new StoredRecord(key, 1 + (i % 5), [.. kind.Fields.Select(field => Value(field, i))], body);
        }
    }

    private static FieldValue Value(FieldDefinition field, int i)
    {
        var one = field.Type switch
        {
            FieldType.Text => FieldValue.Text(string.Create(CultureInfo.InvariantCulture, $"{field.Name}-{i}")),
            FieldType.Bytes => FieldValue.Bytes([.. Encoding.ASCII.GetBytes(field.Name), .. BitConverter.GetBytes(i)]),
            FieldType.Date => FieldValue.Date(new LocalDate(1990, 1, 1).PlusDays(i % 9000)),
            FieldType.Instant => FieldValue.Instant(Instant.FromUnixTimeSeconds(i)),
            _ => FieldValue.Integer(i),
        };
        return field.Multiple ? FieldValue.Many(one) : one;
    }

    private static StoredAuditEntry Entry(int i)
    {
        var entry = new AuditEntry(AgencyId.Parse("teda"), Instant.FromUnixTimeSeconds(1_770_000_000 + i), "clerk-1", "made.up", null, null, null, null);
        return new StoredAuditEntry(new FeedPosition(i / 10, i), entry, AuditHash.Compute(entry));
    }

    private static List<RecordKind> MakeKinds()
    {
        var services = new ServiceCollection();
        services.AddNewCitizen();
        using var provider = services.BuildServiceProvider();
        return [.. provider.GetServices<RecordKind>()];
    }
}
