using NewCitizen.Storage.Sqlite.Reading;
using NewCitizen.Storage.Sqlite.Schema;
using NodaTime;

namespace NewCitizen.Storage.Sqlite.Tests.Reading;

/// <summary>What a query may ask must be answered from an index, at the first page and at the thousandth.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Cases => ["all", "name", "name-down", "number", "day-range", "phone", "phone-ordered", "phones", "all-after", "name-after", "phone-after"];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Query_AnyShape_NeedsNoScan(string shape)
    {
        await (await _folder.OpenAsync(Samples.Kinds)).DisposeAsync();
        var sql = QueryCompiler.Compile(Query(shape), new KindTables(Samples.Kinds).All[0]).Sql;
        var plan = string.Join('\n', Explain(sql));
        Assert.DoesNotContain("SCAN t", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN d", plan, StringComparison.Ordinal);
        if (shape is not ("phone-ordered" or "day-range" or "phones"))
        {
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }

    private List<string> Explain(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File()};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
#pragma warning restore CA2100
        for (var i = 1; i < 12; i++)
        {
            command.Parameters.AddWithValue($"?{i}", DBNull.Value);
        }

        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(3));
        }

        return lines;
    }

    private static RecordQuery Query(string shape)
    {
        var name = FieldValue.Text("王");
        var phone = FieldFilter.Equal("phones", FieldValue.Text("all"));
        return shape switch
        {
            "all" => new(Samples.Teda, Samples.Person),
            "name" => new(Samples.Teda, Samples.Person, orderBy: "name"),
            "name-down" => new(Samples.Teda, Samples.Person, orderBy: "name", descending: true),
            "number" => new(Samples.Teda, Samples.Person, [FieldFilter.Equal("number", FieldValue.Bytes([1]))]),
            "day-range" => new(Samples.Teda, Samples.Person, [FieldFilter.Range("moved_in", FieldValue.Date(new LocalDate(2026, 1, 1)), FieldValue.Null)]),
            "phone" => new(Samples.Teda, Samples.Person, [phone]),
            "phone-ordered" => new(Samples.Teda, Samples.Person, [phone], "name"),
            "phones" => new(Samples.Teda, Samples.Person, [FieldFilter.In("phones", FieldValue.Text("1"), FieldValue.Text("2"))]),
            "all-after" => new(Samples.Teda, Samples.Person, after: new QueryCursor(default, Samples.Id(3))),
            "name-after" => new(Samples.Teda, Samples.Person, orderBy: "name", after: new QueryCursor(name, Samples.Id(3))),
            "phone-after" => new(Samples.Teda, Samples.Person, [phone], after: new QueryCursor(default, Samples.Id(3))),
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };
    }
}
