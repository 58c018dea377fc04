using System.Collections.Frozen;

namespace NewCitizen.Storage.Sqlite.Schema;

/// <summary>Table, columns and statements of one kind of record.</summary>
internal sealed class KindTable
{
    // Declared names may be anything in snake case; these are taken, so a field or kind of that name gets a trailing underscore.
    private static readonly FrozenSet<string> s_ownColumns = FrozenSet.Create(StringComparer.Ordinal, "agency", "id", "version", "deleted", "body");

    private static readonly FrozenSet<string> s_ownTables =
        FrozenSet.Create(StringComparer.Ordinal, "store_info", "schema_script", "change_feed", "audit_entry", "request_key");

    private readonly string?[] _selectByUnique;

    public KindTable(RecordKind kind, int ordinal)
    {
        Kind = kind;
        Ordinal = ordinal;
        Name = kind.Name.StartsWith("sqlite", StringComparison.Ordinal) ? $"k_{kind.Name}" : s_ownTables.Contains(kind.Name) ? $"{kind.Name}_" : kind.Name;
        Table = $"\"{Name}\"";
        var taken = new HashSet<string>(s_ownColumns, StringComparer.Ordinal);
        Columns = [.. kind.Fields.Select((field, position) => MakeColumn(field, position, taken))];
        Sides = [.. Columns.Where(column => column.HasSide)];
        Uniques = [.. Columns.Where(column => column.IsUnique)];

        var names = string.Concat(Columns.Select(column => $"{column.Column}, "));
        var sides = string.Concat(Sides.Select(column => $", {column.Column}"));
        var places = string.Concat(Columns.Select((_, i) => $"?{i + 5}, "));
        var assignments = string.Concat(Columns.Select((column, i) => $"{column.Column} = ?{i + 5}, "));
        var nulls = string.Concat(Columns.Select(column => $", {column.Column} = NULL"));
        SelectList = $"t.version, t.body{string.Concat(Columns.Select(column => $", t.{column.Column}"))}";
        _selectByUnique = [.. Columns.Select(SelectByUnique)];
        SelectOne = $"SELECT {SelectList} FROM {Table} t WHERE agency = ?1 AND id = ?2 AND deleted = 0";
        SelectState = $"SELECT version, deleted{sides} FROM {Table} WHERE agency = ?1 AND id = ?2";
        Insert = $"INSERT INTO {Table} (agency, id, version, deleted, {names}body) VALUES (?1, ?2, ?3, 0, {places}?4)";
        Update = $"UPDATE {Table} SET version = ?3, deleted = 0, {assignments}body = ?4 WHERE agency = ?1 AND id = ?2";
        InsertTombstone = $"INSERT INTO {Table} (agency, id, version, deleted) VALUES (?1, ?2, ?3, 1)";
        Scan = $"SELECT {SelectList}, t.agency, t.id, t.deleted FROM {Table} t WHERE (t.agency, t.id) > (?1, ?2) ORDER BY t.agency, t.id LIMIT ?3";
        Tombstone = $"UPDATE {Table} SET version = ?3, deleted = 1{nulls}, body = NULL WHERE agency = ?1 AND id = ?2";
    }

    public RecordKind Kind { get; }

    /// <summary>Place among the kinds of the store; connections keep their statements by it.</summary>
    public int Ordinal { get; }

    public string Name { get; }

    /// <summary>The quoted name.</summary>
    public string Table { get; }

    public IReadOnlyList<FieldColumn> Columns { get; }

    /// <summary>Fields whose values a side table lists.</summary>
    public IReadOnlyList<FieldColumn> Sides { get; }

    public IReadOnlyList<FieldColumn> Uniques { get; }

    /// <summary>Version, body, then the fields in order.</summary>
    public string SelectList { get; }

    public string SelectOne { get; }

    /// <summary>Version, whether deleted, then the sets that side tables list.</summary>
    public string SelectState { get; }

    public string Insert { get; }

    public string Update { get; }

    public string Tombstone { get; }

    /// <summary>Makes a tombstone where nothing was.</summary>
    public string InsertTombstone { get; }

    /// <summary>Rows after an agency and id, tombstones too: version, body, fields, agency, id, whether deleted.</summary>
    public string Scan { get; }

    /// <summary>Text that selects the one record with a value, ?3, in a unique field; null if the field is not unique.</summary>
    public string? SelectBy(FieldColumn column) => _selectByUnique[column.Position];

    /// <summary>Refuses another declaration under the same name: its values would land in the wrong columns.</summary>
    public void RequireSame(RecordKind kind)
    {
        if (!ReferenceEquals(kind, Kind) && !kind.Fields.SequenceEqual(Kind.Fields))
        {
            throw new ArgumentException($"Kind '{kind}' is declared differently from the kind this store was opened with.", nameof(kind));
        }
    }

    /// <summary>Refuses values that do not fit the declaration; batches were checked when they were made.</summary>
    public void RequireFit(IReadOnlyList<FieldValue> fields)
    {
        var fits = fields.Count == Columns.Count;
        for (var i = 0; fits && i < fields.Count; i++)
        {
            var (field, value) = (Columns[i].Definition, fields[i]);
            fits = value.IsNull || (value.IsMany == field.Multiple && (value.Type == field.Type || (value.IsMany && value.AsMany().Count == 0)));
        }

        if (!fits)
        {
            throw new ArgumentException($"The values do not fit the fields of kind '{Kind}'.", nameof(fields));
        }
    }

    private string? SelectByUnique(FieldColumn column)
    {
        if (!column.IsUnique)
        {
            return null;
        }

        var from = column.HasSide
            ? $"{column.Side} d CROSS JOIN {Table} t ON t.agency = d.agency AND t.id = d.id WHERE d.agency = ?1 AND d.value = ?3"
            : $"{Table} t WHERE t.agency = ?1 AND t.{column.Column} = ?3";
        return $"SELECT {SelectList}, t.id FROM {from} AND t.deleted = 0";
    }

    private FieldColumn MakeColumn(FieldDefinition field, int position, HashSet<string> taken)
    {
        var name = field.Name;
        while (!taken.Add(name))
        {
            name += '_';
        }

        var unique = Kind.HasIndex(field.Name, IndexType.Unique);
        var indexed = unique || Kind.HasIndex(field.Name, IndexType.Lookup, IndexType.Ordered);
        return new(position, field, name, $"\"{name}\"", indexed ? $"{Name}__{name}" : null, unique);
    }
}
