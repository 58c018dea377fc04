namespace NewCitizen.Storage;

/// <summary>Brings the schema of a store into being, in three explicit modes: create, validate only, script out.</summary>
public interface ISchemaManager
{
    /// <summary>Checks the schema and, in <see cref="SchemaMode.Create"/>, runs what is outstanding. Safe to run twice and side by side.</summary>
    /// <exception cref="NewCitizen.Errors.NewCitizenException">NC3005: the schema differs; NC3006: a newer SDK wrote it; NC3007: not a store of this kind.</exception>
    ValueTask<SchemaReport> PrepareAsync(SchemaMode mode, CancellationToken cancellationToken);

    /// <summary>Looks only; never throws for a difference.</summary>
    ValueTask<SchemaReport> InspectAsync(CancellationToken cancellationToken);

    /// <summary>The scripts, for an administrator to read and run by hand. Empty for stores that need none.</summary>
    IReadOnlyList<SchemaScript> Scripts { get; }
}
