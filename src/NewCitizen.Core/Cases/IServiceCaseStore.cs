using NewCitizen.Agencies;
using NewCitizen.Identity;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Cases;

/// <summary>Typed store of cases (办件), written once on the kernel.</summary>
public interface IServiceCaseStore
{
    /// <summary>Reads one case; null if there is none.</summary>
    ValueTask<ServiceCase?> FindAsync(AgencyId agency, ServiceCaseId id, CancellationToken cancellationToken);

    /// <summary>Reads a case by its number; null if there is none.</summary>
    ValueTask<ServiceCase?> FindByNumberAsync(AgencyId agency, string number, CancellationToken cancellationToken);

    /// <summary>Lists cases in one of some states, newest first; all for no state.</summary>
    ValueTask<Page<ServiceCase>> ListAsync(AgencyId agency, IReadOnlyList<CaseState> states, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists the cases of a person's file, newest first.</summary>
    ValueTask<Page<ServiceCase>> ListByResidentAsync(AgencyId agency, ResidentId resident, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists the cases of a stated identity number, newest first.</summary>
    ValueTask<Page<ServiceCase>> ListByDocumentAsync(AgencyId agency, IdentityDocument document, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists cases whose limit, as computed when they were last written, ended before a day; longest overdue first.</summary>
    ValueTask<Page<ServiceCase>> ListDueBeforeAsync(AgencyId agency, LocalDate day, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists cases with a limit that is known, or that waits for a year to be announced; by id.</summary>
    ValueTask<Page<ServiceCase>> ListDatedAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts a case into a batch.</summary>
    void Stage(WriteBatch batch, ServiceCase own, ExpectedVersion expected);
}
