using System.Globalization;
using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Codes;
using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Residents;

/// <summary>Writes a resident's file as an encrypted body and reads it back.</summary>
internal sealed class ResidentCodec(FieldProtector protector)
{
    public byte[] Write(RecordKey key, Resident file)
    {
        var body = new ResidentBody
        {
            MergedInto = file.MergedInto?.Value,
            HandedOverTo = file.HandedOverTo?.Value,
            BirthDate = file.BirthDate is { } birth ? LocalDatePattern.Iso.Format(birth) : null,
            Ethnicity = Coded(file.Ethnicity),
            MaritalStatus = Coded(file.MaritalStatus),
            PoliticalStatus = Coded(file.PoliticalStatus),
            InflowReason = Coded(file.InflowReason),
            Names = [.. file.Names.Select(fact => Dated(fact, new ResidentBody.NameBody { Name = fact.Value.ToString("F") }))],
            Documents = [.. file.Documents.Select(fact => Dated(fact, Document(fact.Value)))],
            Phones = List(file.Phones, fact => new ResidentBody.PhoneBody { Phone = fact.Value.ToString("F") }),
            Origins = List(file.Origins, fact => new ResidentBody.OriginBody { Address = fact.Value.Address, Division = fact.Value.DivisionCode }),
            Educations = List(file.Educations, fact => new ResidentBody.DatedCodeBody { Value = Coded(fact.Value)! }),
            Employments = List(file.Employments, fact => new ResidentBody.EmploymentBody
            {
                Employer = fact.Value.Employer,
                EmployerCode = fact.Value.EmployerCode,
                Occupation = fact.Value.Occupation,
            }),
            Relations = List(file.Relations, fact => new ResidentBody.RelationBody { Other = fact.Value.Other.Value, Code = fact.Value.Code }),
            Registrations = file.Registrations.Count == 0 ? null : [.. file.Registrations.Select(Registration)],
            MergedFiles = List(file.MergedFiles, fact => new ResidentBody.MergedFileBody { File = fact.Value.Value }),
            Extensions = file.Extensions.Count == 0 ? null : [.. file.Extensions.Select(entry => new ResidentBody.ExtensionBody { Key = entry.Key, Value = entry.Value })],
            Channel = file.Source.Channel,
            Reference = file.Source.Reference,
            OpenedOn = file.OpenedOn,
        };
        using (ProtectionScope.Enter(protector, key))
        {
            return JsonSerializer.SerializeToUtf8Bytes(body, ResidentJson.Default.ResidentBody);
        }
    }

    public Resident Read(StoredRecord stored)
    {
        ResidentBody body;
        using (ProtectionScope.Enter(protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, ResidentJson.Default.ResidentBody)!;
        }

        return new Resident
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Status = body.MergedInto is not null ? ResidentStatus.Merged : body.HandedOverTo is not null ? ResidentStatus.HandedOver : ResidentStatus.Active,
            HandedOverTo = body.HandedOverTo is { } to ? AgencyId.Parse(to) : null,
            MergedInto = body.MergedInto is { } into ? new ResidentId(into) : null,
            Names = Facts(body.Names, fact => PersonName.Parse(fact.Name)),
            Sex = (Sex)(stored[ResidentKind.Sex].AsText()[0] - '0'),
            BirthDate = body.BirthDate is { } birth ? LocalDatePattern.Iso.Parse(birth).GetValueOrThrow() : null,
            Ethnicity = Coded(body.Ethnicity),
            MaritalStatus = Coded(body.MaritalStatus),
            PoliticalStatus = Coded(body.PoliticalStatus),
            InflowReason = Coded(body.InflowReason),
            Documents = Facts(body.Documents, Document),
            Phones = Facts(body.Phones, fact => MobileNumber.Parse(fact.Phone)),
            Origins = Facts(body.Origins, fact => new Origin(fact.Address, fact.Division)),
            Educations = Facts(body.Educations, fact => Coded(fact.Value)!.Value),
            Employments = Facts(body.Employments, fact => new Employment(fact.Employer, fact.EmployerCode, fact.Occupation)),
            Relations = Facts(body.Relations, fact => new Relation(new(fact.Other), fact.Code)),
            Registrations = body.Registrations is null ? [] : [.. body.Registrations.Select(Registration)],
            MergedFiles = Facts(body.MergedFiles, fact => new ResidentId(fact.File)),
            Extensions = Extensions(body.Extensions),
            Source = new(body.Channel, body.Reference),
            OpenedOn = body.OpenedOn,
        };
    }

    private static TBody Dated<T, TBody>(Dated<T> fact, TBody body)
        where T : notnull
        where TBody : ResidentBody.DatedBody
    {
        body.Since = fact.Since;
        body.Until = fact.Until;
        body.MergedFrom = fact.MergedFrom?.Value;
        return body;
    }

    private static List<TBody>? List<T, TBody>(IReadOnlyList<Dated<T>> facts, Func<Dated<T>, TBody> write)
        where T : notnull
        where TBody : ResidentBody.DatedBody
    {
        if (facts.Count == 0)
        {
            return null;
        }

        var list = new List<TBody>(facts.Count);
        foreach (var fact in facts)
        {
            list.Add(Dated(fact, write(fact)));
        }

        return list;
    }

    private static Dated<T>[] Facts<T, TBody>(List<TBody>? bodies, Func<TBody, T> read)
        where T : notnull
        where TBody : ResidentBody.DatedBody
    {
        if (bodies is null)
        {
            return [];
        }

        var facts = new Dated<T>[bodies.Count];
        for (var i = 0; i < facts.Length; i++)
        {
            var body = bodies[i];
            facts[i] = new(read(body), body.Since, body.Until, Merged(body));
        }

        return facts;
    }

    private static ResidentId? Merged(ResidentBody.DatedBody body) => body.MergedFrom is { } from ? new ResidentId(from) : null;

    private static ResidentBody.DocumentBody Document(IdentityDocument document) => new()
    {
        Kind = ((int)document.Kind).ToString(CultureInfo.InvariantCulture),
        Number = document.RevealNumber(),
        Country = document.IssuingCountry == "CHN" ? null : document.IssuingCountry,
        ValidFrom = document.ValidFrom,
        ValidUntil = document.ValidUntil,
    };

    // Accepted once; a system clock set back must not make reading it fail.
    internal static IdentityDocument Document(ResidentBody.DocumentBody body) => IdentityDocument.Create(
        (IdentityDocumentKind)int.Parse(body.Kind, CultureInfo.InvariantCulture),
        body.Number,
        body.Country ?? "CHN",
        body.ValidFrom,
        body.ValidUntil,
        LocalDate.MaxIsoValue);

    private static ResidentBody.RegistrationBody Registration(ResidenceRegistration stay) => new()
    {
        Id = stay.Id.Value,
        Address = stay.Address.Value,
        Room = stay.Room?.Value,
        RegisteredOn = stay.RegisteredOn,
        Since = stay.Since,
        Until = stay.Until,
        DwellingType = Coded(stay.DwellingType),
        Channel = stay.Source.Channel,
        Reference = stay.Source.Reference,
        MergedFrom = stay.MergedFrom?.Value,
    };

    internal static ResidenceRegistration Registration(ResidentBody.RegistrationBody body) => new(
        new(body.Id),
        new(body.Address),
        body.Room is { } room ? new Housing.RoomId(room) : null,
        body.RegisteredOn,
        body.Since,
        body.Until,
        Coded(body.DwellingType),
        new(body.Channel, body.Reference),
        Merged(body));

    private static ResidentBody.CodedBody? Coded(CodedValue? value) =>
        value is { IsEmpty: false } known ? new() { Code = known.Code, Raw = known.RawText } : null;

    internal static CodedValue? Coded(ResidentBody.CodedBody? body) => body is null ? null : CodedValue.FromStored(body.Code, body.Raw);

    private static ExtensionBag Extensions(List<ResidentBody.ExtensionBody>? bodies) =>
        bodies is not null && ExtensionBag.TryCreate(bodies.Select(body => KeyValuePair.Create(body.Key, body.Value)), out var bag) ? bag : ExtensionBag.Empty;
}
