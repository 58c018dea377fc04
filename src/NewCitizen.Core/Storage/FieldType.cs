namespace NewCitizen.Storage;

/// <summary>Type of a declared field. Relational stores make a real column of it.</summary>
public enum FieldType
{
    /// <summary>Unicode text; compared by code point of its UTF-8 form, never by a culture.</summary>
    Text,

    /// <summary>Signed 64-bit whole number.</summary>
    Integer,

    /// <summary>Bytes, compared as unsigned.</summary>
    Bytes,

    /// <summary>Calendar date (ISO, Asia/Shanghai where the law counts days).</summary>
    Date,

    /// <summary>Moment in time with a resolution of one millisecond.</summary>
    Instant,
}
