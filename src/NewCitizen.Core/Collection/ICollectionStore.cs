using NewCitizen.Agencies;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.Collection;

/// <summary>Typed store of reports and stays, written once on the kernel.</summary>
public interface ICollectionStore
{
    /// <summary>Reads one report; null if there is none.</summary>
    ValueTask<StayReport?> FindReportAsync(AgencyId agency, StayReportId id, CancellationToken cancellationToken);

    /// <summary>Finds a report by its receipt number; null if there is none.</summary>
    ValueTask<StayReport?> FindReportAsync(AgencyId agency, string receipt, CancellationToken cancellationToken);

    /// <summary>Lists a person's reports, newest first.</summary>
    ValueTask<Page<StayReport>> ListReportsAsync(AgencyId agency, ResidentId resident, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Reads one stay; null if there is none.</summary>
    ValueTask<StayFile?> FindStayAsync(AgencyId agency, StayFileId id, CancellationToken cancellationToken);

    /// <summary>Lists a person's stays, newest first.</summary>
    ValueTask<Page<StayFile>> ListStaysAsync(AgencyId agency, ResidentId resident, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists the stays in a home, ended ones too, newest first.</summary>
    ValueTask<Page<StayFile>> ListStaysAsync(AgencyId agency, RentalPropertyId home, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts a report into a batch.</summary>
    void Stage(WriteBatch batch, StayReport report, ExpectedVersion expected);

    /// <summary>Puts a stay into a batch.</summary>
    void Stage(WriteBatch batch, StayFile stay, ExpectedVersion expected);
}
