using NewCitizen.Addresses;
using NewCitizen.Codes;
using NewCitizen.Errors;
using NewCitizen.Identity;
using NewCitizen.People;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>
/// Reads what was stated into a file, collecting everything that is wrong with its place. Holds the rules no file can live without;
/// further rules come from validators.
/// </summary>
internal static class RegistrationReader
{
    public const int MaxText = 200;

    private static readonly IdentityNumberRecogniser s_recogniser = new();

    /// <summary>The file without id and stays; null if something is wrong.</summary>
    public static Resident? Read(RegisterResident command, LocalDate today, List<Issue> issues)
    {
        var before = issues.Count;
        if (!PersonName.TryParse(command.Name, out var name, out var nameError))
        {
            issues.Add(new Issue(nameError, IssueLocation.At("/name")));
        }

        var document = ReadDocument(command.Document, today, "/document", issues);
        var facts = document is null ? default : NumberFacts.Of(document);
        var sex = ReadSex(command.Sex, facts.Sex, issues);
        var birth = ReadBirthDate(command.BirthDate, facts.BirthDate, today, issues);
        var phones = ReadPhone(command.Phone, issues) is { } phone ? [new Dated<MobileNumber>(phone, today)] : Array.Empty<Dated<MobileNumber>>();
        var ethnicity = ReadCode(CodeTables.Ethnicity, command.Ethnicity, "ethnicity", today, issues);
        var education = ReadCode(CodeTables.Education, command.Education, "education", today, issues);
        var marital = ReadCode(CodeTables.MaritalStatus, command.MaritalStatus, "maritalStatus", today, issues);
        var political = ReadCode(CodeTables.PoliticalStatus, command.PoliticalStatus, "politicalStatus", today, issues);
        var inflow = ReadCode(CodeTables.InflowReason, command.InflowReason, "inflowReason", today, issues);
        var employer = ReadText(command.Employer, "employer", issues);
        var occupation = ReadText(command.Occupation, "occupation", issues);
        var origin = ReadText(command.OriginAddress, "originAddress", issues);
        if (command.Residence is { } residence)
        {
            CheckResidence(residence, today, birth, "/residence", issues);
        }

        if (!ExtensionBag.TryCreate(command.Extensions, out var extensions))
        {
            issues.Add(new Issue(ResidentErrors.ExtensionInvalid, IssueLocation.At("/extensions")));
        }

        if (document is null || issues.Skip(before).Any(issue => issue.IsError))
        {
            return null;
        }

        return new Resident
        {
            Id = default,
            Names = [new(name, today)],
            Sex = sex,
            BirthDate = birth,
            Ethnicity = ethnicity,
            MaritalStatus = marital,
            PoliticalStatus = political,
            InflowReason = inflow,
            Documents = [new(document, today)],
            Phones = phones,
            Origins = origin is null ? [] : [new(new Origin(origin, facts.DivisionCode), today)],
            Educations = education is { } level ? [new(level, today)] : [],
            Employments = employer is null ? [] : [new(new Employment(employer, Occupation: occupation), today)],
            Extensions = extensions!,
            Source = command.Source,
            OpenedOn = today,
        };
    }

    /// <summary>The document; null with its issue added if it is wrong.</summary>
    public static IdentityDocument? ReadDocument(StatedDocument stated, LocalDate today, string pointer, List<Issue> issues)
    {
        if (string.IsNullOrWhiteSpace(stated.Number))
        {
            issues.Add(new Issue(ResidentErrors.DocumentMissing, IssueLocation.At(pointer + "/number")));
            return null;
        }

        var number = stated.Number.Trim();
        IdentityDocumentKind kind;
        if (string.IsNullOrWhiteSpace(stated.Kind))
        {
            var recognised = s_recogniser.Recognise(number, NumberGroup.Person, today);
            if (!recognised.IsValid)
            {
                issues.Add(new Issue(recognised.Error!, IssueLocation.At(pointer + "/number")));
                return null;
            }

            kind = KindOf(recognised.Kind, number);
        }
        else if (!IdentityDocumentKinds.TryFind(stated.Kind, out kind))
        {
            issues.Add(new Issue(ResidentErrors.UnknownDocumentKind, IssueLocation.At(pointer + "/kind")));
            return null;
        }

        if (IdentityDocument.TryCreate(kind, number, stated.Country, stated.ValidFrom, stated.ValidUntil, out var document, out var error, today))
        {
            return document;
        }

        issues.Add(new Issue(error, IssueLocation.At(pointer + (error == IdentityErrors.IssuingCountry ? "/country" : error == IdentityErrors.ValidityOrder ? "/validUntil" : "/number"))));
        return null;
    }

    public static void CheckResidence(StatedResidence residence, LocalDate today, LocalDate? birth, string pointer, List<Issue> issues)
    {
        if (AddressManager.Check(residence.Address.Trim(), pointer + "/address") is { } addressError)
        {
            issues.Add(addressError);
        }

        CheckDate(residence.RegisteredOn, "/registeredOn");
        CheckDate(residence.Since, "/since");

        void CheckDate(LocalDate? date, string field)
        {
            if (date > today)
            {
                issues.Add(new Issue(ResidentErrors.DateInFuture, IssueLocation.At(pointer + field)));
            }
            else if (date < birth)
            {
                issues.Add(new Issue(ResidentErrors.BeforeBirth, IssueLocation.At(pointer + field)));
            }
        }
    }

    private static IdentityDocumentKind KindOf(NumberKind kind, string number) => kind switch
    {
        NumberKind.HmtPermit => IdentityDocumentKind.HmtResidencePermit,
        NumberKind.ForeignResident => IdentityDocumentKind.ForeignPermanentResidentCard,
        NumberKind.TravelPermit => char.IsAsciiLetter(number[0]) ? IdentityDocumentKind.HongKongMacaoTravelPermit : IdentityDocumentKind.TaiwanTravelPermit,
        NumberKind.Passport => IdentityDocumentKind.Passport,
        _ => IdentityDocumentKind.ResidentIdentityCard,
    };

    private static Sex ReadSex(string? stated, Sex? fromNumber, List<Issue> issues)
    {
        if (string.IsNullOrWhiteSpace(stated))
        {
            return fromNumber ?? Sex.NotStated;
        }

        var value = CodeTables.Sex.Read(stated, on: null, out _);
        if (!value.IsKnown)
        {
            issues.Add(new Issue(ResidentErrors.UnknownCode, IssueLocation.At("/sex"), ["sex"]));
            return fromNumber ?? Sex.NotStated;
        }

        var sex = (Sex)(value.Code![0] - '0');
        if (sex is Sex.Male or Sex.Female && fromNumber is { } known && known != sex)
        {
            issues.Add(new Issue(ResidentErrors.SexDiffers, IssueLocation.At("/sex")));
        }

        return sex is Sex.Male or Sex.Female ? sex : fromNumber ?? sex;
    }

    private static LocalDate? ReadBirthDate(LocalDate? stated, LocalDate? fromNumber, LocalDate today, List<Issue> issues)
    {
        if (stated is not null && fromNumber is not null && stated != fromNumber)
        {
            issues.Add(new Issue(ResidentErrors.BirthDateDiffers, IssueLocation.At("/birthDate")));
        }
        else if (stated > today)
        {
            issues.Add(new Issue(ResidentErrors.DateInFuture, IssueLocation.At("/birthDate")));
        }

        // A birth date that cannot be is told once, not again by every date it is compared with.
        return fromNumber ?? (stated > today ? null : stated);
    }

    private static MobileNumber? ReadPhone(string? stated, List<Issue> issues)
    {
        if (string.IsNullOrWhiteSpace(stated))
        {
            return null;
        }

        if (MobileNumber.TryParseLenient(stated, out var number, out var error))
        {
            return number;
        }

        issues.Add(new Issue(error, IssueLocation.At("/phone")));
        return null;
    }

    private static CodedValue? ReadCode(CodeTable table, string? stated, string field, LocalDate today, List<Issue> issues)
    {
        if (ReadText(stated, field, issues) is not { } text)
        {
            return null;
        }

        var value = table.Read(text, today, out _);
        if (!value.IsKnown)
        {
            issues.Add(new Issue(ResidentErrors.UnknownCode, IssueLocation.At("/" + field), [field]));
        }

        return value;
    }

    private static string? ReadText(string? stated, string field, List<Issue> issues)
    {
        var text = stated?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length > MaxText)
        {
            issues.Add(new Issue(ResidentErrors.TextTooLong, IssueLocation.At("/" + field), [$"{MaxText}"]));
            return null;
        }

        return text;
    }
}
