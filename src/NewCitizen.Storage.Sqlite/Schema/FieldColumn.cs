namespace NewCitizen.Storage.Sqlite.Schema;

/// <summary>How a declared field is kept.</summary>
/// <param name="Position">Its place among the fields of the kind.</param>
/// <param name="Definition">Its declaration.</param>
/// <param name="Name">Name of its column.</param>
/// <param name="Column">The same, quoted.</param>
/// <param name="Index">Name of its index or, for a set of values, of the table that lists them; null if there is none.</param>
/// <param name="IsUnique">Whether a value belongs to one living record of an agency only.</param>
internal sealed record FieldColumn(int Position, FieldDefinition Definition, string Name, string Column, string? Index, bool IsUnique)
{
    /// <summary>Whether a side table lists its values.</summary>
    public bool HasSide => Definition.Multiple && Index is not null;

    /// <summary>Quoted name of the side table.</summary>
    public string Side => $"\"{Index}\"";

    /// <summary>SQL type of one value.</summary>
    public string ValueType => Definition.Type switch
    {
        FieldType.Text or FieldType.Date => "TEXT",
        FieldType.Bytes => "BLOB",
        _ => "INTEGER",
    };

    /// <summary>SQL type of the column; a set is a JSON array.</summary>
    public string ColumnType => Definition.Multiple ? "TEXT" : ValueType;
}
