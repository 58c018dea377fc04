using NewCitizen.Storage;

namespace NewCitizen.Appointments;

/// <summary>What is due on a plan's day before anything else is done with its places: holds and offers that are over end, and who waits is offered what is free.</summary>
internal sealed class DaySettlement(DayLedger ledger, StoredRecord? line, Guid lineId)
{
    public DayLedger Ledger => ledger;

    public List<(Appointment Before, Appointment After)> Ended { get; } = [];

    public List<(WaitlistEntry Before, WaitlistEntry After)> Moved { get; } = [];

    public List<(Appointment Offer, BookerSet Bookers)> Offers { get; } = [];

    /// <summary>People who leave the line with this.</summary>
    public int Leave { get; set; }

    public StoredRecord? Line => line;

    public Guid LineId => lineId;

    public long Waiting => line is null ? 0 : line[AppointmentKinds.Waiting].AsInteger();

    public bool HasChanges => Ended.Count > 0 || Offers.Count > 0;
}
