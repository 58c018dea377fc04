using System.Collections.Frozen;

namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>Table, columns and statements of one kind of record.</summary>
internal sealed class KindTable
{
    // Declared names may be anything in snake case; these are taken, so a field or kind of that name gets a trailing underscore.
    private static readonly FrozenSet<string> s_ownColumns =
        FrozenSet.Create(StringComparer.Ordinal, "agency", "id", "version", "deleted", "body", "expected", "index", "flags");

    private static readonly FrozenSet<string> s_ownTables =
        FrozenSet.Create(StringComparer.Ordinal, "store_info", "schema_script", "change_feed", "audit_entry", "request_key", "schema_object");

    public KindTable(RecordKind kind, string schema)
    {
        Kind = kind;
        Name = s_ownTables.Contains(kind.Name) ? $"{kind.Name}_" : kind.Name;
        Schema = SqlName.Quote(schema);
        Table = $"{Schema}.{SqlName.Quote(Name)}";
        var taken = new HashSet<string>(s_ownColumns, StringComparer.Ordinal);
        Columns = [.. kind.Fields.Select((field, position) => MakeColumn(field, position, taken))];
        Sides = [.. Columns.Where(column => column.HasSide)];
        Uniques = [.. Columns.Where(column => column.IsUnique)];
        Numbers = [.. Columns.Where(column => column.Definition is { Type: FieldType.Integer, Multiple: false })];
        PutFunction = SqlName.Fit($"put_{Name}");
        DropFunction = SqlName.Fit($"drop_{Name}");
        AddFunction = SqlName.Fit($"add_{Name}");

        SelectList = $"t.version, t.body{string.Concat(Columns.Select(column => $", t.{column.Column}"))}";
        SelectOne = $"SELECT {SelectList} FROM {Table} t WHERE t.agency = $1 AND t.id = $2 AND NOT t.deleted";
        SelectMany = $"SELECT {SelectList}, t.agency, t.id FROM unnest($1::text[], $2::uuid[]) k(agency, id) JOIN {Table} t ON t.agency = k.agency AND t.id = k.id WHERE NOT t.deleted";
        Put = $"SELECT o_version, o_tx, o_seq, o_refusal FROM {Schema}.{SqlName.Quote(PutFunction)}($1, $2, $3, $4, $5, $6, $7{string.Concat(Columns.Select((_, i) => $", ${i + 8}"))})";
        Drop = $"SELECT o_version, o_tx, o_seq, o_refusal FROM {Schema}.{SqlName.Quote(DropFunction)}($1, $2, $3, $4, $5, $6)";
        Add = $"SELECT o_version, o_tx, o_seq, o_value FROM {Schema}.{SqlName.Quote(AddFunction)}($1, $2, $3, $4, $5, $6, $7, $8)";
        Scan = $"SELECT {SelectList}, t.agency, t.id, t.deleted FROM {Table} t";
        Check = $"SELECT o_version FROM {Schema}.require($1, $2, $3, (SELECT version FROM {Table} WHERE agency = $4 AND id = $5 AND NOT deleted))";
    }

    public RecordKind Kind { get; }

    /// <summary>The quoted schema.</summary>
    public string Schema { get; }

    public string Name { get; }

    /// <summary>The qualified name.</summary>
    public string Table { get; }

    public IReadOnlyList<FieldColumn> Columns { get; }

    /// <summary>Fields whose values a side table lists.</summary>
    public IReadOnlyList<FieldColumn> Sides { get; }

    public IReadOnlyList<FieldColumn> Uniques { get; }

    /// <summary>Fields that can be incremented.</summary>
    public IReadOnlyList<FieldColumn> Numbers { get; }

    public string PutFunction { get; }

    public string DropFunction { get; }

    public string AddFunction { get; }

    /// <summary>Version, body, then the fields in order.</summary>
    public string SelectList { get; }

    public string SelectOne { get; }

    public string SelectMany { get; }

    /// <summary>Living records and tombstones, of all agencies; then agency, id and whether it is a tombstone.</summary>
    public string Scan { get; }

    public string Put { get; }

    public string Drop { get; }

    public string Add { get; }

    public string Check { get; }

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

    private FieldColumn MakeColumn(FieldDefinition field, int position, HashSet<string> taken)
    {
        var name = field.Name;
        while (!taken.Add(name))
        {
            name += '_';
        }

        var unique = Kind.HasIndex(field.Name, IndexType.Unique);
        var indexed = unique || Kind.HasIndex(field.Name, IndexType.Lookup, IndexType.Ordered);
        return new(position, field, name, indexed ? SqlName.Fit($"{Name}__{name}") : null, unique, Schema);
    }
}
