using System.Globalization;
using System.Text;

namespace NewCitizen.Storage.Sqlite.Schema;

/// <summary>The schema this version and these kinds need.</summary>
internal sealed class SchemaPlan
{
    /// <summary>Highest format of a file that this version knows.</summary>
    public const long Format = 1;

    public SchemaPlan(KindTables tables)
    {
        Tables = tables;
        Foundation = ReadFoundation();
        Needed = tables.All.ToDictionary(table => table, table => (IReadOnlyList<string>)SchemaObjects.MadeBy(Foundation.Body, KindScript.Create(table)));
    }

    public KindTables Tables { get; }

    public StoreScript Foundation { get; }

    /// <summary>What each kind needs.</summary>
    public IReadOnlyDictionary<KindTable, IReadOnlyList<string>> Needed { get; }

    /// <summary>The scripts that bring a store from <paramref name="state"/> to what is needed.</summary>
    public IReadOnlyList<StoreScript> Outstanding(SchemaState state)
    {
        var scripts = new List<StoreScript>();
        if (state.Applied.Count == 0)
        {
            scripts.Add(Foundation);
        }

        foreach (var table in Tables.All)
        {
            var number = state.Applied.Count + scripts.Count + 1;
            if (ScriptFor(table, state, string.Create(CultureInfo.InvariantCulture, $"{number:D4}_{table.Kind.Name}")) is { } script)
            {
                scripts.Add(script);
            }
        }

        return scripts;
    }

    private StoreScript? ScriptFor(KindTable table, SchemaState state, string name)
    {
        var needed = Needed[table];
        if (!state.Recorded.Contains(SchemaObjects.Table(table.Name)))
        {
            return new(name, KindScript.Create(table), needed);
        }

        var missing = needed.Where(line => !state.Recorded.Contains(line)).ToList();
        var columns = table.Columns.Where(column => !state.Knows(SchemaObjects.Column(table.Name, column.Name))).ToList();
        var indexes = table.Columns
            .Where(column => column.Index is not null && !state.Knows(SchemaObjects.Index(column.Index)) && !state.Recorded.Contains(SchemaObjects.Table(column.Index)))
            .ToList();
        return missing.Count == 0 || (columns.Count == 0 && indexes.Count == 0) ? null : new(name, KindScript.Extend(table, columns, indexes), missing);
    }

    private static StoreScript ReadFoundation()
    {
        using var stream = typeof(SchemaPlan).Assembly.GetManifestResourceStream("0001_foundation.sql")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var body = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new("0001_foundation", body, SchemaObjects.MadeBy(body));
    }
}
