using NewCitizen.Storage;

namespace NewCitizen.Permits;

/// <summary>How residence permits are stored.</summary>
public static class PermitKinds
{
    internal const string Number = "permit_number";
    internal const string Holder = "holder_id";
    internal const string Living = "living_holder";
    internal const string State = "permit_state";
    internal const string DueOn = "due_on";
    internal const string ActiveThrough = "active_through";
    internal const string RemindOn = "remind_on";
    internal const string EndedOn = "ended_on";

    /// <summary>Residence permits (居住证).</summary>
    public static RecordKind ResidencePermit { get; } = new(
        "residence_permit",
        "居住证: one permit from its application to its end",
        [
            new(Number, FieldType.Text, "number the applicant follows it by; unique, random"),
            new(Holder, FieldType.Bytes, "id of the holder's file"),
            new(Living, FieldType.Bytes, "id of the holder's file while the permit goes on, null once it ended: one living permit a person"),
            new(State, FieldType.Text, "state when it was last written; Active may be Suspended by now, see active_through"),
            new(DueOn, FieldType.Date, "last day to issue it, null while no limit runs"),
            new(ActiveThrough, FieldType.Date, "last day of its functions unless endorsed, null before issue and after the end"),
            new(RemindOn, FieldType.Date, "day the reminder to endorse is due; null for none or when it is out"),
            new(EndedOn, FieldType.Date, "day it ended, null while it goes on; retention counts from here"),
        ],
        [
            new(Number, IndexType.Unique),
            new(Holder, IndexType.Lookup),
            new(Living, IndexType.Unique),
            new(State, IndexType.Lookup),
            new(DueOn, IndexType.Ordered),
            new(ActiveThrough, IndexType.Ordered),
            new(RemindOn, IndexType.Ordered),
            new(EndedOn, IndexType.Ordered),
        ]);
}
