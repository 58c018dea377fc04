using CsCheck;
using NewCitizen.Codes;
using NewCitizen.Exchange.V1;
using NodaTime;

namespace NewCitizen.Exchange.Tests.Documents;

/// <summary>Made-up documents of every shape. They fit the types; most fit the schema too.</summary>
internal static class DocumentGen
{
    private static readonly string[] s_words = ["张三", "阿依古丽·买买提", "𠮷野家", "John O'Neil", "a\"b\\c", "线\u2028线", "é", "0", "😀", "滨海新区示例路1号"];

    public static Gen<LocalDate> Date { get; } = Gen.Int[0, 80_000].Select(days => new LocalDate(1850, 1, 1).PlusDays(days));

    public static Gen<OffsetDateTime> Time { get; } = Gen.Long[0, 2_000_000_000_000_000_000].Select(nanoseconds => Instant.FromUnixTimeTicks(0).PlusNanoseconds(nanoseconds).WithOffset(Offset.FromHours(8)));

    public static Gen<string> Text { get; } = Gen.Int[0, s_words.Length - 1].Select(index => s_words[index]);

    public static Gen<string> Key { get; } = Gen.String[Gen.Char["abcdef0123456789-"], 1, 36].Select(text => "a" + text);

    public static Gen<RecordLine<ResidentDocument>> Resident { get; } = Gen.Select(Key, Gen.Long[1, 9007199254740991], Time, Document(), Gen.Bool).Select((key, version, at, document, source) => new RecordLine<ResidentDocument>
    {
        K = key,
        V = version,
        Op = RecordOperations.Upsert,
        At = at,
        D = document,
        Src = source ? new() { Sys = "roster", Rec = "a1:2" } : null,
        Absent = source ? new Dictionary<string, string> { ["/politicalStatus"] = AbsenceReasons.Withheld } : null,
    });

    private static Gen<CodedText?> Coded(CodeTable table) => Gen.Select(Gen.Int[0, 2], Gen.Int[0, table.Entries.Count - 1], Text).Select((kind, index, text) =>
        kind switch { 0 => null, 1 => new CodedText { Code = table.Entries[index].Code }, _ => new CodedText { Text = text } });

    private static Gen<ResidentDocument> Document() => Gen.Select(Date, Date.Array[0, 3], Text.Array[1, 3], Coded(CodeTables.Ethnicity), Coded(CodeTables.Education), Key, Gen.Int[0, 3]).Select((date, dates, texts, ethnicity, education, key, sex) => new ResidentDocument
    {
        Names = [.. texts.Select(text => new NameFact { Text = text, Since = date, Until = dates.Length > 0 ? date : null })],
        Sex = CodeTables.Sex.Entries[sex].Code,
        BirthDate = dates.Length > 1 ? date : null,
        Ethnicity = ethnicity,
        Documents = [.. texts.Select((_, index) => new DocumentFact { Kind = "414", Number = $"X{index}12345", Country = "USA", ValidUntil = index == 1 ? date : null, Since = date })],
        Phones = dates.Length == 0 ? null : [.. dates.Select(day => new PhoneFact { Number = "13800138000", Since = day, MergedFrom = key })],
        Origins = [.. texts.Select(text => new OriginFact { Address = text, DivisionCode = "120116", Since = date })],
        Educations = education is null ? null : [new EducationFact { Level = education, Since = date }],
        Employments = [.. dates.Select(day => new EmploymentFact { Employer = texts[0], Since = day })],
        Relations = [new RelationFact { Other = key, Code = "1", Since = date }],
        Extensions = [.. texts.Distinct().Select(text => new ExtensionEntry { Key = text, Value = text })],
        OpenedOn = date,
    });
}
