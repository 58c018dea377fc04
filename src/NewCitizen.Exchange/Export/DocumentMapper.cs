using System.Globalization;
using NewCitizen.Addresses;
using NewCitizen.Codes;
using NewCitizen.Exchange.V1;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Exchange.Export;

/// <summary>Turns files of the store into documents of version 1.</summary>
internal static class DocumentMapper
{
    public static RecordLine<ResidentDocument> Line(Resident resident, OffsetDateTime at)
    {
        var merged = resident is { Status: ResidentStatus.Merged, MergedInto: not null };
        return new()
        {
            K = resident.Id.ToString(),
            V = Version(resident),
            Op = merged ? RecordOperations.Merge : RecordOperations.Upsert,
            At = at,
            Into = merged ? resident.MergedInto.ToString() : null,
            D = merged ? null : Document(resident),
            Src = Source(resident.Source),
        };
    }

    public static RecordLine<ResidenceRegistrationDocument> Line(Resident resident, ResidenceRegistration stay, StandardAddress address, OffsetDateTime at) => new()
    {
        K = stay.Id.ToString(),
        V = Version(resident),
        Op = RecordOperations.Upsert,
        At = at,
        D = Document(resident, stay, address),
        Src = Source(stay.Source),
    };

    private static ResidentDocument Document(Resident file) => new()
    {
        Names = [.. file.Names.Select(fact => new NameFact { Text = fact.Value.ToString("F"), Since = fact.Since, Until = fact.Until, MergedFrom = From(fact) })],
        Sex = ((int)file.Sex).ToString(CultureInfo.InvariantCulture),
        BirthDate = file.BirthDate,
        Ethnicity = Coded(file.Ethnicity),
        MaritalStatus = Coded(file.MaritalStatus),
        PoliticalStatus = Coded(file.PoliticalStatus),
        InflowReason = Coded(file.InflowReason),
        Documents =
        [
            .. file.Documents.Select(fact => new DocumentFact
            {
                Kind = ((int)fact.Value.Kind).ToString(CultureInfo.InvariantCulture),
                Number = fact.Value.RevealNumber(),
                Country = fact.Value.IssuingCountry,
                ValidFrom = fact.Value.ValidFrom,
                ValidUntil = fact.Value.ValidUntil,
                Since = fact.Since,
                Until = fact.Until,
                MergedFrom = From(fact),
            }),
        ],
        Phones = List(file.Phones, fact => new PhoneFact { Number = fact.Value.ToString("F"), Since = fact.Since, Until = fact.Until, MergedFrom = From(fact) }),
        Origins = List(file.Origins, fact => new OriginFact
        {
            Address = fact.Value.Address,
            DivisionCode = fact.Value.DivisionCode,
            Since = fact.Since,
            Until = fact.Until,
            MergedFrom = From(fact),
        }),
        Educations = List(
            [.. file.Educations.Where(fact => !fact.Value.IsEmpty)],
            fact => new EducationFact { Level = Coded(fact.Value)!, Since = fact.Since, Until = fact.Until, MergedFrom = From(fact) }),
        Employments = List(file.Employments, fact => new EmploymentFact
        {
            Employer = fact.Value.Employer,
            EmployerCode = fact.Value.EmployerCode,
            Occupation = fact.Value.Occupation,
            Since = fact.Since,
            Until = fact.Until,
            MergedFrom = From(fact),
        }),
        Relations = List(file.Relations, fact => new RelationFact
        {
            Other = fact.Value.Other.ToString(),
            Code = fact.Value.Code,
            Since = fact.Since,
            Until = fact.Until,
            MergedFrom = From(fact),
        }),
        Extensions = file.Extensions.Count == 0 ? null : [.. file.Extensions.Select(entry => new ExtensionEntry { Key = entry.Key, Value = entry.Value })],
        OpenedOn = file.OpenedOn,
    };

    private static ResidenceRegistrationDocument Document(Resident resident, ResidenceRegistration stay, StandardAddress address) => new()
    {
        Resident = resident.Id.ToString(),
        Address = new()
        {
            Key = address.Id.ToString(),
            Text = address.Text,
            DivisionCode = address.DivisionCode,
            Parts = address.Parts == AddressParts.None ? null : new()
            {
                Street = address.Parts.Street,
                Estate = address.Parts.Estate,
                Building = address.Parts.Building,
                Unit = address.Parts.Unit,
                Room = address.Parts.Room,
            },
        },
        Room = stay.Room?.ToString(),
        RegisteredOn = stay.RegisteredOn,
        Since = stay.Since,
        Until = stay.Until,
        DwellingType = Coded(stay.DwellingType),
        MergedFrom = stay.MergedFrom?.ToString(),
    };

    private static List<TFact>? List<T, TFact>(IReadOnlyList<Dated<T>> facts, Func<Dated<T>, TFact> map)
        where T : notnull =>
        facts.Count == 0 ? null : [.. facts.Select(map)];

    private static string? From<T>(Dated<T> fact)
        where T : notnull =>
        fact.MergedFrom?.ToString();

    private static CodedText? Coded(CodedValue? value) =>
        value is { IsEmpty: false } known ? new() { Code = known.Code, Text = known.RawText } : null;

    private static LineSource Source(RecordSource source) => new() { Sys = source.Channel, Rec = source.Reference };

    // The revision prints as the number of the version.
    private static long Version(Resident resident) => long.Parse(resident.Revision.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
}
