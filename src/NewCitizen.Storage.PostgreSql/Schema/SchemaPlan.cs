using System.Globalization;
using System.Text;

namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>The schema this version and these kinds need.</summary>
internal sealed class SchemaPlan
{
    /// <summary>Highest format of a store that this version knows.</summary>
    public const long Format = 1;

    private static readonly string[] s_secured = ["change_feed", "audit_entry", "request_key"];
    private readonly PostgreSqlStoreOptions _options;

    public SchemaPlan(KindTables tables, PostgreSqlStoreOptions options)
    {
        Tables = tables;
        _options = options;
        Schema = SqlName.Quote(options.Schema);
        Foundation = ReadFoundation();
        Needed = tables.All.ToDictionary(table => table, SchemaLines.Of);
    }

    public KindTables Tables { get; }

    public StoreScript Foundation { get; }

    /// <summary>Quoted schema.</summary>
    public string Schema { get; }

    /// <summary>What each kind needs, without what depends on settings of the day it was made.</summary>
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
            if (BodyFor(table, state) is { } body)
            {
                scripts.Add(new(string.Create(CultureInfo.InvariantCulture, $"{number:D4}_{table.Kind.Name}"), body, StoreScript.ChecksumOf(body.Replace($"{Schema}.", "{schema}.", StringComparison.Ordinal)), Schema));
            }
        }

        return scripts;
    }

    private string? BodyFor(KindTable table, SchemaState state)
    {
        var script = new KindScript(table, state.Applied.Count == 0 ? _options.RowSecurity : state.Secured, _options.Partitions);
        if (!state.Knows(SchemaLines.Table(table.Name)))
        {
            return script.Create();
        }

        var columns = table.Columns.Where(column => !state.KnowsColumn(table.Name, column.Name)).ToList();
        var indexes = table.Columns.Where(column => column.Index is not null && !state.KnowsIndex(column.Index)).ToList();
        return columns.Count == 0 && indexes.Count == 0 ? null : script.Extend(columns, indexes);
    }

    private StoreScript ReadFoundation()
    {
        using var stream = typeof(SchemaPlan).Assembly.GetManifestResourceStream("0001_foundation.sql")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var security = _options.RowSecurity ? string.Concat(s_secured.Select(table => RowSecurity.On($"{Schema}.{table}"))) : string.Empty;
        var body = text.Replace("{row_security}", security, StringComparison.Ordinal)
            .Replace("{schema}", Schema, StringComparison.Ordinal)
            .Replace("{literal}", SqlName.Literal(_options.Schema), StringComparison.Ordinal);
        return new("0001_foundation", body, StoreScript.ChecksumOf(text), Schema);
    }
}
