using NewCitizen.Agencies;
using NewCitizen.Identity;
using NewCitizen.Storage;

namespace NewCitizen.Residents;

/// <summary>Typed store of overviews: what lists and pages show of residents' files. Decrypts only what it masks.</summary>
public interface IResidentOverviewStore
{
    /// <summary>Reads one, merged files too; null if there is none.</summary>
    ValueTask<ResidentOverview?> FindAsync(AgencyId agency, ResidentId id, CancellationToken cancellationToken);

    /// <summary>Reads several; null where there is none.</summary>
    ValueTask<IReadOnlyList<ResidentOverview?>> FindManyAsync(AgencyId agency, IReadOnlyList<ResidentId> ids, CancellationToken cancellationToken);

    /// <summary>Finds the file that holds an identity document.</summary>
    ValueTask<ResidentOverview?> FindByDocumentAsync(AgencyId agency, IdentityDocument document, CancellationToken cancellationToken);

    /// <summary>Searches active files, newest first; a condition that cannot be a value of its field finds nothing.</summary>
    /// <exception cref="Errors.NewCitizenException">NC3011: the cursor belongs to another search.</exception>
    ValueTask<Page<ResidentOverview>> SearchAsync(AgencyId agency, ResidentSearch search, CancellationToken cancellationToken);
}
