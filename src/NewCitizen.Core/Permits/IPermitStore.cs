using NewCitizen.Agencies;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>Typed store of residence permits (居住证), written once on the kernel.</summary>
public interface IPermitStore
{
    /// <summary>Reads one permit; null if there is none.</summary>
    ValueTask<ResidencePermit?> FindAsync(AgencyId agency, ResidencePermitId id, CancellationToken cancellationToken);

    /// <summary>Reads a permit by its number; null if there is none.</summary>
    ValueTask<ResidencePermit?> FindByNumberAsync(AgencyId agency, PermitNumber number, CancellationToken cancellationToken);

    /// <summary>Lists permits in a state on a day, newest first; all for no state. The calendar is counted in: a year that is over makes a permit Suspended.</summary>
    ValueTask<Page<ResidencePermit>> ListAsync(AgencyId agency, PermitState? state, LocalDate on, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists the permits of a person's file, newest first.</summary>
    ValueTask<Page<ResidencePermit>> ListByHolderAsync(AgencyId agency, ResidentId holder, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists applications whose limit ended before a day, longest overdue first.</summary>
    ValueTask<Page<ResidencePermit>> ListDueBeforeAsync(AgencyId agency, LocalDate day, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists permits whose reminder is due before a day, longest due first.</summary>
    ValueTask<Page<ResidencePermit>> ListRemindersAsync(AgencyId agency, LocalDate before, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists permits written down as active whose functions ended before a day, longest ago first.</summary>
    ValueTask<Page<ResidencePermit>> ListLapsedAsync(AgencyId agency, LocalDate before, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts a permit into a batch.</summary>
    void Stage(WriteBatch batch, ResidencePermit permit, ExpectedVersion expected);
}
