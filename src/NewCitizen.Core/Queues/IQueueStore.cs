using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>Typed store of lines and tickets, written once on the kernel.</summary>
public interface IQueueStore
{
    /// <summary>Reads the rules of a centre's lines; null if there are none.</summary>
    ValueTask<QueueSetup?> FindSetupAsync(AgencyId agency, ServiceCentreId centre, CancellationToken cancellationToken);

    /// <summary>Reads one ticket; null if there is none.</summary>
    ValueTask<QueueTicket?> FindTicketAsync(AgencyId agency, QueueTicketId id, CancellationToken cancellationToken);

    /// <summary>Reads the ticket of an appointment; null if there is none.</summary>
    ValueTask<QueueTicket?> FindByAppointmentAsync(AgencyId agency, AppointmentId appointment, CancellationToken cancellationToken);

    /// <summary>Reads a ticket by its number, such as <c>A001</c>; null if there is none.</summary>
    ValueTask<QueueTicket?> FindByNumberAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, string number, CancellationToken cancellationToken);

    /// <summary>Everybody of a day who has a ticket and is not done, by arrival.</summary>
    ValueTask<IReadOnlyList<QueueTicket>> ListInHallAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, CancellationToken cancellationToken);

    /// <summary>Tickets of a line whose turn at a window is over that day, served or not come, the last first; 1 to 1,000.</summary>
    ValueTask<IReadOnlyList<QueueTicket>> ListDoneAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, string group, int limit, CancellationToken cancellationToken);

    /// <summary>What the windows of a centre do that day, by label; only those that have worked.</summary>
    ValueTask<IReadOnlyList<WindowDuty>> ListDutiesAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, CancellationToken cancellationToken);
}
