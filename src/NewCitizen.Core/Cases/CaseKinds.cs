using NewCitizen.Storage;

namespace NewCitizen.Cases;

/// <summary>How cases, their ratings and follow-ups are stored.</summary>
public static class CaseKinds
{
    internal const string Number = "case_number";
    internal const string Item = "item_id";
    internal const string State = "case_state";
    internal const string Resident = "resident_id";
    internal const string Applicant = "applicant_index";
    internal const string DueOn = "due_on";
    internal const string DueState = "due_state";
    internal const string ClosedOn = "closed_on";
    internal const string Last = "last_number";
    internal const string Level = "level";
    internal const string Month = "rated_month";
    internal const string Centre = "centre_id";
    internal const string Window = "window_code";
    internal const string Discarded = "discarded";
    internal const string FollowUpState = "follow_up_state";

    /// <summary>Cases (办件).</summary>
    public static RecordKind ServiceCase { get; } = new(
        "service_case",
        "办件: one application on its way through the office",
        [
            new(Number, FieldType.Text, "number people see; unique"),
            new(Item, FieldType.Bytes, "id of the service item"),
            new(State, FieldType.Text, "where the case is"),
            new(Resident, FieldType.Bytes, "id of the applicant's file, null for a stated person"),
            new(Applicant, FieldType.Bytes, "keyed blind index of the stated identity number", Multiple: true),
            new(DueOn, FieldType.Date, "last day of the limit that runs, null while none is known"),
            new(DueState, FieldType.Text, "what is known of the limit that runs"),
            new(ClosedOn, FieldType.Date, "day the case ended, null while it goes on; retention counts from here"),
        ],
        [
            new(Number, IndexType.Unique),
            new(Item, IndexType.Lookup),
            new(State, IndexType.Lookup),
            new(Resident, IndexType.Lookup),
            new(Applicant, IndexType.Lookup),
            new(DueOn, IndexType.Ordered),
            new(DueState, IndexType.Lookup),
            new(ClosedOn, IndexType.Ordered),
        ]);

    /// <summary>Counters of case numbers (办件编号计数).</summary>
    public static RecordKind CaseCounter { get; } = new(
        "case_counter", "办件编号计数: the last case number given out, one record a year", [new(Last, FieldType.Integer, "last number given out")], []);

    /// <summary>Ratings (好差评). Nothing in one leads to the person or the case; its id is a keyed blind index.</summary>
    public static RecordKind ServiceRating { get; } = new(
        "service_rating",
        "好差评: one rating, without the person and the case",
        [
            new(Item, FieldType.Bytes, "id of the service item"),
            new(Centre, FieldType.Bytes, "id of the centre, null online"),
            new(Window, FieldType.Text, "label of the window, null online"),
            new(Level, FieldType.Integer, "1 (very dissatisfied) to 5 (very satisfied)"),
            new(Month, FieldType.Date, "first day of the month it was given in; not the day, which would lead to the case"),
            new(Discarded, FieldType.Integer, "1 when an appeal discarded it"),
        ],
        [new(Month, IndexType.Ordered)]);

    /// <summary>Follow-ups of negative ratings (差评整改).</summary>
    public static RecordKind RatingFollowUp { get; } = new(
        "rating_follow_up",
        "差评整改: what is done about a negative rating",
        [
            new(FollowUpState, FieldType.Text, "where it is"),
            new(DueOn, FieldType.Date, "last day to settle it, null while none is known or when it is settled"),
            new(ClosedOn, FieldType.Date, "day it was settled; retention counts from here"),
        ],
        [new(FollowUpState, IndexType.Lookup), new(DueOn, IndexType.Ordered), new(ClosedOn, IndexType.Ordered)]);
}
