namespace NewCitizen.Exchange.Schemas;

/// <summary>A member of an object.</summary>
internal sealed record SchemaMember(string Name, SchemaNode Node, bool IsRequired);
