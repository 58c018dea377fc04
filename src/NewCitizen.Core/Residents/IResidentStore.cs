using NewCitizen.Agencies;
using NewCitizen.Identity;
using NewCitizen.Storage;

namespace NewCitizen.Residents;

/// <summary>
/// Typed store of residents' files, written once on the kernel. Returns full personal data without an audit entry: for managers, not for pages.
/// </summary>
public interface IResidentStore
{
    /// <summary>Reads one file, merged ones too; null if there is none.</summary>
    ValueTask<Resident?> FindAsync(AgencyId agency, ResidentId id, CancellationToken cancellationToken);

    /// <summary>Reads several; null where there is none.</summary>
    ValueTask<IReadOnlyList<Resident?>> FindManyAsync(AgencyId agency, IReadOnlyList<ResidentId> ids, CancellationToken cancellationToken);

    /// <summary>Finds the file that holds an identity document.</summary>
    ValueTask<Resident?> FindByDocumentAsync(AgencyId agency, IdentityDocument document, CancellationToken cancellationToken);

    /// <summary>Lists active and merged files, oldest first.</summary>
    ValueTask<Page<Resident>> ListAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts a file into a batch.</summary>
    void Stage(WriteBatch batch, Resident resident, ExpectedVersion expected);
}
