namespace NewCitizen.Exchange.Schemas;

/// <summary>What a node of a schema describes.</summary>
internal enum SchemaKind
{
    Text,
    Integer,
    Object,
    Array,

    /// <summary>An object whose shape the member <c>op</c> decides.</summary>
    Choice,
}
