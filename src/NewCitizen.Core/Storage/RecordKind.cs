namespace NewCitizen.Storage;

/// <summary>
/// Declares one kind of record (记录种类): the fields and indexes a store must know. Everything else of a record is its body.
/// A feature declares its kind once; stores build tables, columns, indexes and comments from it.
/// </summary>
public sealed class RecordKind
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    /// <summary>Declares a kind.</summary>
    /// <param name="name">Lower snake case, 1 to 40 characters, such as <c>resident</c>; the name of the table.</param>
    /// <param name="description">What a record of this kind is; becomes the table's comment.</param>
    /// <param name="fields">Declared fields, in the order in which <see cref="StoredRecord.Fields"/> holds them.</param>
    /// <param name="indexes">Indexes over them; at most one of each type a field.</param>
    /// <exception cref="ArgumentException">A name is malformed or given twice, or an index names no field or an ordered one names a multiple field.</exception>
    public RecordKind(string name, string description, IReadOnlyList<FieldDefinition> fields, IReadOnlyList<IndexDefinition> indexes)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(indexes);
        RequireSnakeCase(name);
        for (var i = 0; i < fields.Count; i++)
        {
            RequireSnakeCase(fields[i].Name);
            if (!_positions.TryAdd(fields[i].Name, i))
            {
                throw new ArgumentException($"Field '{fields[i].Name}' of kind '{name}' is declared twice.", nameof(fields));
            }
        }

        foreach (var index in indexes)
        {
            if (!_positions.TryGetValue(index.Field, out var position))
            {
                throw new ArgumentException($"An index of kind '{name}' names the unknown field '{index.Field}'.", nameof(indexes));
            }

            if (index.Type == IndexType.Ordered && fields[position].Multiple)
            {
                throw new ArgumentException($"Field '{index.Field}' of kind '{name}' holds several values and cannot be ordered.", nameof(indexes));
            }
        }

        Name = name;
        Description = description;
        Fields = [.. fields];
        Indexes = [.. indexes];
    }

    /// <summary>Name of the kind and of its table.</summary>
    public string Name { get; }

    /// <summary>What a record of this kind is.</summary>
    public string Description { get; }

    /// <summary>Declared fields.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>Declared indexes.</summary>
    public IReadOnlyList<IndexDefinition> Indexes { get; }

    /// <summary>Position of a field in <see cref="StoredRecord.Fields"/>.</summary>
    /// <exception cref="KeyNotFoundException">The kind declares no such field.</exception>
    public int PositionOf(string field) =>
        _positions.TryGetValue(field, out var position) ? position : throw new KeyNotFoundException($"Kind '{Name}' declares no field '{field}'.");

    /// <summary>Whether an index of one of <paramref name="types"/> covers a field.</summary>
    public bool HasIndex(string field, params ReadOnlySpan<IndexType> types)
    {
        foreach (var index in Indexes)
        {
            if (index.Field == field && types.Contains(index.Type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static void RequireSnakeCase(string name)
    {
        var valid = name is { Length: >= 1 and <= 40 } && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        if (!valid)
        {
            throw new ArgumentException($"'{name}' is not a lower snake case name of 1 to 40 characters.", nameof(name));
        }
    }
}
