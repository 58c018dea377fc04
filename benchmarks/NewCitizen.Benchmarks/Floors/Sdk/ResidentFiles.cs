using NewCitizen.Addresses;
using NewCitizen.Codes;
using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Residents;
using NewCitizen.Testing.Synthetic;
using NodaTime;

namespace NewCitizen.Benchmarks.Floors.Sdk;

/// <summary>Makes residents' files and registrations of made-up people.</summary>
internal static class ResidentFiles
{
    private static readonly RecordSource s_source = new("benchmark");
    private static readonly LocalDate s_today = new(2026, 11, 22);

    public static Resident Of(int place, SyntheticPerson person) => new()
    {
        Id = new ResidentId(FileRows.Id(place)),
        Names = [new(PersonName.Parse(person.Name), person.RegisteredOn)],
        Sex = person.Sex == "男" ? Sex.Male : Sex.Female,
        BirthDate = person.BirthDate,
        Ethnicity = Code(CodeTables.Ethnicity, person.Ethnicity),
        Documents = [new(Document(person), person.RegisteredOn)],
        Phones = [new(MobileNumber.Parse(person.Mobile), person.RegisteredOn)],
        Origins = person.Origin is { } origin ? [new(new Origin(origin, "120100"), person.RegisteredOn)] : [],
        Educations = [new(CodeTables.Education.Read(person.Education, s_today, out _), person.RegisteredOn)],
        Employments = [new(new Employment(person.Employer), person.RegisteredOn)],
        Registrations =
        [
            new(new ResidenceRegistrationId(FileRows.Id(place)), new StandardAddressId(FileRows.AddressId(place)), null, person.RegisteredOn, person.RegisteredOn, null, null, s_source),
        ],
        Source = s_source,
        OpenedOn = person.RegisteredOn,
    };

    public static RegisterResident Command(SyntheticPerson person) => new()
    {
        Name = person.Name,
        Document = new StatedDocument { Kind = person.DocumentKind, Number = person.DocumentNumber, Country = person.Origin is null ? "USA" : null },
        Sex = person.Sex,
        BirthDate = person.BirthDate,
        Phone = person.Mobile,
        Ethnicity = person.Ethnicity,
        Education = person.Education,
        Employer = person.Employer,
        OriginAddress = person.Origin,
        Residence = new StatedResidence { Address = person.Address, RegisteredOn = person.RegisteredOn },
        Source = s_source,
    };

    private static CodedValue? Code(CodeTable table, string? text) => text is null ? null : table.Read(text, s_today, out _);

    private static IdentityDocument Document(SyntheticPerson person) => IdentityDocument.Create(
        person.Origin is null ? IdentityDocumentKind.Passport : IdentityDocumentKind.ResidentIdentityCard,
        person.DocumentNumber,
        person.Origin is null ? "USA" : "CHN",
        null,
        null,
        LocalDate.MaxIsoValue);
}
