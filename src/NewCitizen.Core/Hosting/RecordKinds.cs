using NewCitizen.Addresses;
using NewCitizen.Appointments;
using NewCitizen.Audit;
using NewCitizen.Cases;
using NewCitizen.Centres;
using NewCitizen.Checklists;
using NewCitizen.Collection;
using NewCitizen.Grid;
using NewCitizen.Housing;
using NewCitizen.Relays;
using NewCitizen.Maintenance;
using NewCitizen.Permits;
using NewCitizen.Queues;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;

namespace NewCitizen.Hosting;

/// <summary>The record kinds of the SDK.</summary>
public static class RecordKinds
{
    /// <summary>All kinds this version stores.</summary>
    public static IReadOnlyList<RecordKind> All { get; } =
    [
        StandardAddressKind.Kind,
        ResidentKind.Kind,
        HousingKinds.RentalProperty,
        HousingKinds.Room,
        HousingKinds.Lease,
        HousingKinds.Occupancy,
        QueueKinds.Setup,
        QueueKinds.Counter,
        QueueKinds.Ticket,
        QueueKinds.Duty,
        QueueKinds.Calls,
        ServiceKinds.ServiceItem,
        CentreKinds.ServiceCentre,
        CaseKinds.ServiceCase,
        CaseKinds.CaseCounter,
        CaseKinds.ServiceRating,
        CaseKinds.RatingFollowUp,
        AppointmentKinds.Slot,
        AppointmentKinds.Appointment,
        AppointmentKinds.Booker,
        AppointmentKinds.Waitlist,
        AppointmentKinds.Line,
        PermitKinds.ResidencePermit,
        GridKinds.GridCell,
        GridKinds.GridWorker,
        GridKinds.GridTask,
        CollectionKinds.StayReport,
        CollectionKinds.StayFile,
        ChecklistKinds.Progress,
        AuditCheckpoints.Kind,
        StoreLeases.Kind,
        RelayKinds.Position,
        RelayKinds.Parked,
        JobRuns.Kind,
    ];
}
