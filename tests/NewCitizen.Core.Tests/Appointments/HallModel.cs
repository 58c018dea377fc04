using NewCitizen.Appointments;
using NodaTime;

namespace NewCitizen.Core.Tests.Appointments;

/// <summary>What the hall should do, said as simply as can be: three slots of two places, one line a slot.</summary>
internal sealed class HallModel(Instant now)
{
    public const int Places = 2;

    public Instant Now { get; set; } = now;

    public bool Closed { get; set; }

    public List<Visit> Visits { get; } = [];

    public List<Wait> Line { get; } = [];

    public static Instant StartOf(int slot) => Instant.FromUtc(2026, 11, 23, 1, 0) + Duration.FromMinutes(30 * slot);

    public int Free(int slot) => Closed || StartOf(slot) < Now ? 0 : Places - Visits.Count(visit => visit.Slot == slot && visit.IsLiving);

    /// <summary>Ends what is over, and offers what is free to who waits, in their order.</summary>
    public void Settle()
    {
        bool again;
        do
        {
            again = false;
            foreach (var visit in Visits.Where(visit => visit.Status is AppointmentStatus.Held or AppointmentStatus.Offered && visit.HeldUntil <= Now))
            {
                visit.Status = AppointmentStatus.Lapsed;
            }

            foreach (var wait in Line.Where(wait => wait.Offer is null && Free(wait.Slot) > 0).Take(1).ToList())
            {
                var until = Now + Duration.FromMinutes(5);
                wait.Offer = new Visit { Slot = wait.Slot, Person = wait.Person, Status = AppointmentStatus.Offered, HeldUntil = until < StartOf(wait.Slot) ? until : StartOf(wait.Slot) };
                Visits.Add(wait.Offer);
                again = true;
            }
        }
        while (again);
    }

    public void Close()
    {
        Closed = true;
        foreach (var visit in Visits.Where(visit => visit.IsLiving && StartOf(visit.Slot) + Duration.FromMinutes(30) > Now))
        {
            visit.Status = visit.Status switch
            {
                AppointmentStatus.Booked => AppointmentStatus.ToCall,
                AppointmentStatus.NoShow => AppointmentStatus.NoShow,
                _ => AppointmentStatus.Lapsed,
            };
        }
    }

    internal sealed class Visit
    {
        public int Slot { get; init; }

        public int? Person { get; set; }

        public AppointmentStatus Status { get; set; }

        public Instant HeldUntil { get; init; }

        public AppointmentId? Id { get; set; }

        public bool IsLiving => Status is AppointmentStatus.Held or AppointmentStatus.Offered or AppointmentStatus.Booked or AppointmentStatus.NoShow;
    }

    internal sealed class Wait
    {
        public int Slot { get; init; }

        public int Person { get; init; }

        public WaitlistEntryId Id { get; init; }

        public Visit? Offer { get; set; }
    }
}
