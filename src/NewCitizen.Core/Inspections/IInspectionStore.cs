using NewCitizen.Agencies;
using NewCitizen.Housing;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Inspections;

/// <summary>Typed store of inspections, written once on the kernel.</summary>
public interface IInspectionStore
{
    /// <summary>Reads one inspection; null if there is none.</summary>
    ValueTask<Inspection?> FindAsync(AgencyId agency, InspectionId id, CancellationToken cancellationToken);

    /// <summary>Lists the inspections of a home, newest first.</summary>
    ValueTask<Page<Inspection>> ListByHomeAsync(AgencyId agency, RentalPropertyId home, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists what is to be done, by day.</summary>
    ValueTask<Page<Inspection>> ListOpenAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists what was done from a day up to before another.</summary>
    ValueTask<Page<Inspection>> ListDoneAsync(AgencyId agency, LocalDate from, LocalDate before, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts an inspection into a batch.</summary>
    void Stage(WriteBatch batch, Inspection inspection, ExpectedVersion expected);
}
