using NewCitizen.Storage;

namespace NewCitizen.Collection;

/// <summary>How reports and stays are stored.</summary>
public static class CollectionKinds
{
    internal const string Resident = "resident_id";
    internal const string Address = "address_id";
    internal const string Home = "property_id";
    internal const string OpenKey = "open_stay";
    internal const string Since = "since";
    internal const string EndedOn = "ended_on";
    internal const string Stay = "stay_id";
    internal const string Party = "party";
    internal const string State = "report_state";
    internal const string ReportedOn = "reported_on";
    internal const string Receipt = "receipt_number";

    /// <summary>Reports (居住申报).</summary>
    public static RecordKind StayReport { get; } = new(
        "stay_report",
        "居住申报: one report of an arrival, departure or change",
        [
            new(Resident, FieldType.Bytes, "id of the resident"),
            new(Stay, FieldType.Bytes, "id of the stay its facts are in, null while it is held"),
            new(Party, FieldType.Text, "who reports"),
            new(State, FieldType.Text, "what became of it"),
            new(ReportedOn, FieldType.Date, "day it was made; retention counts from here"),
            new(Receipt, FieldType.Text, "number people see; unique"),
        ],
        [
            new(Resident, IndexType.Lookup),
            new(Stay, IndexType.Lookup),
            new(State, IndexType.Lookup),
            new(ReportedOn, IndexType.Ordered),
            new(Receipt, IndexType.Unique),
        ]);

    /// <summary>Stays as reported (居住事实档).</summary>
    public static RecordKind StayFile { get; } = new(
        "stay_file",
        "居住事实档: what several parties report of one stay",
        [
            new(Resident, FieldType.Bytes, "id of the resident"),
            new(Address, FieldType.Bytes, "id of the standard address"),
            new(Home, FieldType.Bytes, "id of the rental property, null when none is on file"),
            new(OpenKey, FieldType.Text, "resident and address while nobody said that it ended; unique"),
            new(Since, FieldType.Date, "first day"),
            new(EndedOn, FieldType.Date, "first day no longer there, null while it goes on; retention counts from here"),
        ],
        [
            new(Resident, IndexType.Lookup),
            new(Address, IndexType.Lookup),
            new(Home, IndexType.Lookup),
            new(OpenKey, IndexType.Unique),
            new(EndedOn, IndexType.Ordered),
        ]);
}
