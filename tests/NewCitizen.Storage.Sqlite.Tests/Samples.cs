using System.Text;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NodaTime;

namespace NewCitizen.Storage.Sqlite.Tests;

internal static class Samples
{
    public static readonly AgencyId Teda = AgencyId.Parse("teda");
    public static readonly AgencyId Hangu = AgencyId.Parse("hangu");

    public static readonly RecordKind Person = new(
        "person",
        "A made-up person 新市民.",
        [
            new("name", FieldType.Text, "Family and given name."),
            new("number", FieldType.Bytes, "Blind index of the number."),
            new("moved_in", FieldType.Date, "First day."),
            new("phones", FieldType.Text, "Phones, one or more.", Multiple: true),
            new("visits", FieldType.Integer, "Times seen."),
        ],
        [new("name", IndexType.Ordered), new("number", IndexType.Unique), new("moved_in", IndexType.Ordered), new("phones", IndexType.Lookup)]);

    public static readonly IReadOnlyList<RecordKind> Kinds = [Person];

    public static Guid Id(int number) => new(number, 0, 7, [1, 0, 0, 0, 0, 0, 0, 0]);

    public static FieldValue[] Fields(int number, string name = "王小明") =>
    [
        FieldValue.Text(name),
        FieldValue.Bytes(BitConverter.GetBytes(number)),
        FieldValue.Date(new LocalDate(2020, 1, 1).PlusDays(number)),
        FieldValue.Many(FieldValue.Text($"1380000{number:D4}"), FieldValue.Text("all")),
        FieldValue.Null,
    ];

    public static byte[] Body(int length = 40) => Encoding.UTF8.GetBytes($$"""{"fill":"{{new string('b', length)}}"}""");

    public static WriteBatch Put(int number, ExpectedVersion expected = default, int body = 40, AgencyId? agency = null) =>
        new WriteBatch(agency ?? Teda).Put(Person, Id(number), expected, Fields(number), Body(body));

    public static RecordKey Key(int number) => new(Teda, Person, Id(number));

    public static AuditEntry Audit(string details = "{}") =>
        new(Teda, Instant.FromUtc(2026, 3, 2, 1, 0), "clerk-1", "test.write", Person.Name, null, null, details);

    public static async IAsyncEnumerable<StoredRecord> StreamAsync(int first, int count, int body = 40)
    {
        for (var i = first; i < first + count; i++)
        {
            yield return new StoredRecord(Key(i), 1, Fields(i), Body(body));
        }

        await Task.CompletedTask;
    }
}
