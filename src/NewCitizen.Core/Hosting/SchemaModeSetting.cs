using NewCitizen.Storage;

namespace NewCitizen.Hosting;

/// <summary>What the host does with the schema when it starts; a storage package registers it.</summary>
/// <param name="Mode">Validate, the default, or create.</param>
public sealed record SchemaModeSetting(SchemaMode Mode);
