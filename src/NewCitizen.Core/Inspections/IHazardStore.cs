using NewCitizen.Agencies;
using NewCitizen.Housing;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Inspections;

/// <summary>Typed store of hazards, written once on the kernel.</summary>
public interface IHazardStore
{
    /// <summary>Reads one hazard; null if there is none.</summary>
    ValueTask<Hazard?> FindAsync(AgencyId agency, HazardId id, CancellationToken cancellationToken);

    /// <summary>Lists the hazards of a home, newest first.</summary>
    ValueTask<Page<Hazard>> ListByHomeAsync(AgencyId agency, RentalPropertyId home, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists hazards in some states, oldest first.</summary>
    ValueTask<Page<Hazard>> ListInAsync(AgencyId agency, IReadOnlyList<HazardState> states, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists hazards found from a day up to before another.</summary>
    ValueTask<Page<Hazard>> ListFoundAsync(AgencyId agency, LocalDate from, LocalDate before, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists hazards closed from a day up to before another.</summary>
    ValueTask<Page<Hazard>> ListClosedAsync(AgencyId agency, LocalDate from, LocalDate before, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts a hazard into a batch.</summary>
    void Stage(WriteBatch batch, Hazard hazard, ExpectedVersion expected);
}
