using NpgsqlTypes;

namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>How a declared field is kept.</summary>
/// <param name="Position">Its place among the fields of the kind.</param>
/// <param name="Definition">Its declaration.</param>
/// <param name="Name">Name of its column.</param>
/// <param name="Index">Name of its index or, for a set of values, of the table that lists them; null if there is none.</param>
/// <param name="IsUnique">Whether a value belongs to one living record of an agency only.</param>
/// <param name="Schema">Quoted schema.</param>
internal sealed record FieldColumn(int Position, FieldDefinition Definition, string Name, string? Index, bool IsUnique, string Schema)
{
    /// <summary>The name, quoted.</summary>
    public string Column { get; } = SqlName.Quote(Name);

    /// <summary>Its parameter in the functions of the kind.</summary>
    public string Parameter { get; } = SqlName.Quote(SqlName.Fit($"p_{Name}"));

    /// <summary>Whether a side table lists its values.</summary>
    public bool HasSide => Definition.Multiple && Index is not null;

    /// <summary>Qualified name of the side table.</summary>
    public string Side => $"{Schema}.{SqlName.Quote(Index!)}";

    /// <summary>SQL type of one value.</summary>
    public string ValueType => Definition.Type switch
    {
        FieldType.Text => "text",
        FieldType.Date => "date",
        FieldType.Bytes => "bytea",
        FieldType.Instant => "timestamp with time zone",
        _ => "bigint",
    };

    /// <summary>SQL type of the column.</summary>
    public string ColumnType => Definition.Multiple ? ValueType + "[]" : ValueType;

    /// <summary>Text sorts by its bytes, whatever the database says.</summary>
    public string Collation => Definition.Type == FieldType.Text ? " COLLATE \"C\"" : string.Empty;

    /// <summary>Type of one value for the driver.</summary>
    public NpgsqlDbType ValueDbType { get; } = Definition.Type switch
    {
        FieldType.Text => NpgsqlDbType.Text,
        FieldType.Date => NpgsqlDbType.Date,
        FieldType.Bytes => NpgsqlDbType.Bytea,
        FieldType.Instant => NpgsqlDbType.TimestampTz,
        _ => NpgsqlDbType.Bigint,
    };

    /// <summary>Type of the column for the driver.</summary>
    public NpgsqlDbType ColumnDbType => Definition.Multiple ? NpgsqlDbType.Array | ValueDbType : ValueDbType;
}
