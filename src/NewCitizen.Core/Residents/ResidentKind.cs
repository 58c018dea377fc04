using NewCitizen.Storage;

namespace NewCitizen.Residents;

/// <summary>How residents' files are stored.</summary>
public static class ResidentKind
{
    internal const string Status = "status";
    internal const string Documents = "document_index";
    internal const string Phones = "phone_index";
    internal const string Names = "name_index";
    internal const string FirstCharacters = "name_first_index";
    internal const string Addresses = "address_id";
    internal const string Sex = "sex";
    internal const string BirthYear = "birth_year";
    internal const string OriginDivision = "origin_division";
    internal const string EndedOn = "last_stay_ended_on";
    internal const string Passports = "passport_index";

    /// <summary>The declaration.</summary>
    public static RecordKind Kind { get; } = new(
        "resident",
        "新市民档案: one person's file",
        [
            new(Status, FieldType.Text, "active or merged"),
            new(Documents, FieldType.Bytes, "keyed blind index of each identity number; unique", Multiple: true),
            new(Phones, FieldType.Bytes, "keyed blind index of each mobile number", Multiple: true),
            new(Names, FieldType.Bytes, "keyed blind index of each name, past ones included", Multiple: true),
            new(FirstCharacters, FieldType.Bytes, "keyed blind index of the first character of each name", Multiple: true),
            new(Addresses, FieldType.Bytes, "ids of the standard addresses where the person lives now", Multiple: true),
            new(Sex, FieldType.Text, "GB/T 2261.1 code"),
            new(BirthYear, FieldType.Integer, "year of birth, for statistics; the full date is encrypted"),
            new(OriginDivision, FieldType.Text, "GB/T 2260 code of the household register, as of its time"),
            new(EndedOn, FieldType.Date, "day the last stay ended, null while one goes on; retention counts from here"),
            new(Passports, FieldType.Bytes, "keyed blind index of each passport number, without its country", Multiple: true),
        ],
        [
            new(Documents, IndexType.Unique),
            new(Phones, IndexType.Lookup),
            new(Names, IndexType.Lookup),
            new(FirstCharacters, IndexType.Lookup),
            new(Addresses, IndexType.Lookup),
            new(EndedOn, IndexType.Ordered),
            new(Passports, IndexType.Lookup),
        ]);
}
