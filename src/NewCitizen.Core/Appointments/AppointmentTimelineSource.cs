using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Residents;

namespace NewCitizen.Appointments;

/// <summary>Appointments made with the documents of a file, for the timeline.</summary>
internal sealed class AppointmentTimelineSource(AppointmentStore appointments, IResidentStore residents) : ITimelineSource
{
    private const int PageSize = 200;

    private static readonly TimelineEvent s_booked = new("appointment.booked", "预约", "appointment booked");
    private static readonly TimelineEvent s_visit = new("appointment.visit", "到大厅办理", "came to the appointment");
    private static readonly TimelineEvent s_noShow = new("appointment.no-show", "预约爽约", "did not come to the appointment");
    private static readonly TimelineEvent s_cancelled = new("appointment.cancelled", "取消预约", "appointment cancelled");

    public async ValueTask<IReadOnlyList<TimelineEntry>> ReadAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken)
    {
        var entries = new List<TimelineEntry>();
        foreach (var file in (await residents.FindManyAsync(context.Agency, files, cancellationToken).ConfigureAwait(false)).OfType<Resident>())
        {
            foreach (var document in file.Documents.Select(own => own.Value).DistinctBy(own => own.ToMatchKey()))
            {
                string? after = null;
                do
                {
                    var page = await appointments.ListByDocumentAsync(context.Agency, document, PageSize, after, cancellationToken).ConfigureAwait(false);
                    foreach (var appointment in page.Items)
                    {
                        Add(appointment, file.Id);
                    }

                    after = page.Next;
                }
                while (after is not null);
            }
        }

        return entries;

        void Add(Appointment appointment, ResidentId file)
        {
            if (appointment.Status is AppointmentStatus.Offered or AppointmentStatus.Lapsed)
            {
                return;
            }

            entries.Add(Entry(ShanghaiTime.DateOf(appointment.CreatedAt), s_booked));
            switch (appointment.Status)
            {
                case AppointmentStatus.Arrived or AppointmentStatus.Served: entries.Add(Entry(appointment.Date, s_visit)); break;
                case AppointmentStatus.NoShow: entries.Add(Entry(appointment.Date, s_noShow)); break;
                case AppointmentStatus.Cancelled: entries.Add(Entry(ShanghaiTime.DateOf(appointment.ChangedAt), s_cancelled)); break;
            }

            TimelineEntry Entry(NodaTime.LocalDate on, TimelineEvent what) => new(on, what, AppointmentKinds.Appointment.Name, appointment.Id.Value, file);
        }
    }
}
