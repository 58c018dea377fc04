using NewCitizen.Agencies;
using NewCitizen.Centres;
using NewCitizen.Identity;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>Typed store of appointments (预约), written once on the kernel.</summary>
public interface IAppointmentStore
{
    /// <summary>Reads one appointment; null if there is none.</summary>
    ValueTask<Appointment?> FindAsync(AgencyId agency, AppointmentId id, CancellationToken cancellationToken);

    /// <summary>Reads an appointment by its number; null if there is none.</summary>
    ValueTask<Appointment?> FindByNumberAsync(AgencyId agency, AppointmentNumber number, CancellationToken cancellationToken);

    /// <summary>Lists the appointments of a centre on some days, by day and time.</summary>
    /// <param name="agency">Whose.</param>
    /// <param name="centre">Where.</param>
    /// <param name="from">First day.</param>
    /// <param name="before">First day no longer listed; null for all to come.</param>
    /// <param name="limit">1 to 1,000.</param>
    /// <param name="after">Cursor of the page before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<Page<Appointment>> ListAsync(AgencyId agency, ServiceCentreId centre, LocalDate from, LocalDate? before, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists those of a centre about which somebody must be called, by day and time.</summary>
    ValueTask<Page<Appointment>> ListToCallAsync(AgencyId agency, ServiceCentreId centre, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists those of an identity document, newest first.</summary>
    ValueTask<Page<Appointment>> ListByDocumentAsync(AgencyId agency, IdentityDocument document, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists those whose reminder is due before a moment, the longest due first.</summary>
    ValueTask<Page<Appointment>> ListRemindersAsync(AgencyId agency, Instant before, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Lists holds and offers whose time is over at a moment, the oldest first.</summary>
    ValueTask<Page<Appointment>> ListOverAsync(AgencyId agency, Instant now, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts an appointment into a batch. The places it takes are counted elsewhere: change its status through <see cref="AppointmentManager"/> only, unless it stays living.</summary>
    void Stage(WriteBatch batch, Appointment appointment, ExpectedVersion expected);
}
