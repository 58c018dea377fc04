using NewCitizen.Appointments;
using NewCitizen.Cases;
using NewCitizen.Checklists;
using NewCitizen.Collection;
using NewCitizen.Grid;
using NewCitizen.Housing;
using NewCitizen.Inspections;
using NewCitizen.Plates;
using NewCitizen.Permits;
using NewCitizen.Queues;
using NewCitizen.Residents;

namespace NewCitizen.Maintenance;

/// <summary>The rules of the SDK's own records. PIPL article 19 wants the shortest time the purpose needs; it names no number.</summary>
public static class RetentionRules
{
    private const string Source = "PIPL art. 19 (个人信息保护法第十九条)";

    /// <summary><c>residents</c>: files of people whose last declared stay ended.</summary>
    public static RetentionRule Residents { get; } = new("residents", ResidentKind.Kind, ResidentKind.EndedOn, Source);

    /// <summary><c>occupancies</c>: stays in rooms and beds that ended.</summary>
    public static RetentionRule Occupancies { get; } = new("occupancies", HousingKinds.Occupancy, HousingKinds.EndedOn, Source);

    /// <summary><c>leases</c>: leases whose term ended.</summary>
    public static RetentionRule Leases { get; } = new("leases", HousingKinds.Lease, HousingKinds.TermUntil, Source);

    /// <summary><c>queue-tickets</c>: tickets of past days.</summary>
    public static RetentionRule QueueTickets { get; } = new("queue-tickets", QueueKinds.Ticket, QueueKinds.Day, Source);

    /// <summary><c>cases</c>: cases that ended.</summary>
    public static RetentionRule Cases { get; } = new("cases", CaseKinds.ServiceCase, CaseKinds.ClosedOn, Source);

    /// <summary><c>rating-follow-ups</c>: follow-ups of negative ratings that were settled.</summary>
    public static RetentionRule RatingFollowUps { get; } = new("rating-follow-ups", CaseKinds.RatingFollowUp, CaseKinds.ClosedOn, Source);

    /// <summary><c>appointments</c>: appointments whose day is over.</summary>
    public static RetentionRule Appointments { get; } = new("appointments", AppointmentKinds.Appointment, AppointmentKinds.VisitOn, Source);

    /// <summary><c>bookers</c>: what counts for limits and credit of an identity number or phone, after the last day it is about.</summary>
    public static RetentionRule Bookers { get; } = new("bookers", AppointmentKinds.Booker, AppointmentKinds.LastOn, Source);

    /// <summary><c>waitlist</c>: entries of waiting lists whose day is over.</summary>
    public static RetentionRule Waitlist { get; } = new("waitlist", AppointmentKinds.Waitlist, AppointmentKinds.VisitOn, Source);

    /// <summary><c>door-plates</c>: plates that were revoked. Their numbers may be drawn again only once they are gone.</summary>
    public static RetentionRule DoorPlates { get; } = new("door-plates", PlateKinds.DoorPlate, PlateKinds.RevokedOn, Source);

    /// <summary><c>inspections</c>: inspections that were done; notes may name somebody.</summary>
    public static RetentionRule Inspections { get; } = new("inspections", InspectionKinds.Inspection, InspectionKinds.DoneOn, Source);

    /// <summary><c>hazards</c>: hazards that were closed.</summary>
    public static RetentionRule Hazards { get; } = new("hazards", InspectionKinds.Hazard, InspectionKinds.ClosedOn, Source);

    /// <summary><c>inspection-photos</c>: photos of inspections, which can show anybody.</summary>
    public static RetentionRule InspectionPhotos { get; } = new("inspection-photos", InspectionKinds.Photo, InspectionKinds.AddedOn, Source);

    /// <summary><c>permits</c>: residence permits that ended.</summary>
    public static RetentionRule Permits { get; } = new("permits", PermitKinds.ResidencePermit, PermitKinds.EndedOn, Source);

    /// <summary><c>stay-reports</c>: reports of arrivals and departures.</summary>
    public static RetentionRule StayReports { get; } = new("stay-reports", CollectionKinds.StayReport, CollectionKinds.ReportedOn, Source);

    /// <summary><c>stay-files</c>: what was reported of stays that ended.</summary>
    public static RetentionRule StayFiles { get; } = new("stay-files", CollectionKinds.StayFile, CollectionKinds.EndedOn, Source);

    /// <summary><c>grid-tasks</c>: tasks of grid workers that ended.</summary>
    public static RetentionRule GridTasks { get; } = new("grid-tasks", GridKinds.GridTask, GridKinds.ClosedOn, Source);

    /// <summary><c>grid-workers</c>: grid workers no longer in service.</summary>
    public static RetentionRule GridWorkers { get; } = new("grid-workers", GridKinds.GridWorker, GridKinds.EndedOn, Source);

    /// <summary><c>checklists</c>: progress of checklists after the last entry.</summary>
    public static RetentionRule Checklists { get; } = new("checklists", ChecklistKinds.Progress, ChecklistKinds.LastOn, Source);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RetentionRule> All { get; } = [Residents, Occupancies, Leases, QueueTickets, Cases, RatingFollowUps, Appointments, Bookers, Waitlist, Permits, StayReports, StayFiles, GridTasks, GridWorkers, Checklists, DoorPlates, Inspections, Hazards, InspectionPhotos];
}
