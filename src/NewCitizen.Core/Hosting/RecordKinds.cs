using NewCitizen.Addresses;
using NewCitizen.Appointments;
using NewCitizen.Audit;
using NewCitizen.Centres;
using NewCitizen.Housing;
using NewCitizen.Relays;
using NewCitizen.Maintenance;
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
        ServiceKinds.ServiceItem,
        CentreKinds.ServiceCentre,
        AppointmentKinds.Slot,
        AppointmentKinds.Appointment,
        AppointmentKinds.Booker,
        AppointmentKinds.Waitlist,
        AppointmentKinds.Line,
        AuditCheckpoints.Kind,
        StoreLeases.Kind,
        RelayKinds.Position,
        RelayKinds.Parked,
        JobRuns.Kind,
    ];
}
