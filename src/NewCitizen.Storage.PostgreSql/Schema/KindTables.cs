using System.Collections.Frozen;

namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>The kinds a store was opened with.</summary>
internal sealed class KindTables
{
    private readonly FrozenDictionary<string, KindTable> _byName;

    public KindTables(IReadOnlyList<RecordKind> kinds, string schema)
    {
        All = [.. kinds.Select(kind => new KindTable(kind, schema))];
        var twice = All.SelectMany(table => table.Columns.Where(column => column.Index is not null).Select(column => column.Index!).Prepend(table.Name))
            .GroupBy(name => name, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Skip(1).Any());
        if (twice is not null)
        {
            throw new ArgumentException($"Two kinds need the table or index '{twice.Key}'.", nameof(kinds));
        }

        _byName = All.ToFrozenDictionary(table => table.Kind.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<KindTable> All { get; }

    /// <exception cref="ArgumentException">The store was not opened with this kind.</exception>
    public KindTable For(RecordKind kind)
    {
        if (!_byName.TryGetValue(kind.Name, out var table))
        {
            throw new ArgumentException($"The store was not opened with kind '{kind}'.", nameof(kind));
        }

        table.RequireSame(kind);
        return table;
    }
}
