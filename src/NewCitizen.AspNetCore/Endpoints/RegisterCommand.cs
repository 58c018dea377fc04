using NewCitizen.AspNetCore.Contracts;
using NewCitizen.Housing;
using NewCitizen.Residents;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Requests as commands of the managers.</summary>
internal static class RegisterCommand
{
    private const int MaxReference = 100;

    public static RecordSource Source(string? reference) =>
        new("api", string.IsNullOrWhiteSpace(reference) ? null : reference.Trim() is { Length: > MaxReference } text ? text[..MaxReference] : reference.Trim());

    public static StatedResidence Of(ResidenceRequest asked) => new()
    {
        Address = asked.Address,
        DivisionCode = asked.DivisionCode,
        Room = asked.RoomId is { } room ? new RoomId(room) : null,
        RegisteredOn = asked.RegisteredOn.ToLocal(),
        Since = asked.Since.ToLocal(),
        DwellingType = asked.DwellingType,
    };

    public static RegisterResident Of(RegisterResidentRequest asked) => new()
    {
        Name = asked.Name,
        Document = new StatedDocument
        {
            Number = asked.Document.Number,
            Kind = asked.Document.Kind,
            Country = asked.Document.Country,
            ValidFrom = asked.Document.ValidFrom.ToLocal(),
            ValidUntil = asked.Document.ValidUntil.ToLocal(),
        },
        Sex = asked.Sex,
        BirthDate = asked.BirthDate.ToLocal(),
        Phone = asked.Phone,
        Ethnicity = asked.Ethnicity,
        Education = asked.Education,
        MaritalStatus = asked.MaritalStatus,
        PoliticalStatus = asked.PoliticalStatus,
        InflowReason = asked.InflowReason,
        Employer = asked.Employer,
        Occupation = asked.Occupation,
        OriginAddress = asked.OriginAddress,
        Residence = asked.Residence is null ? null : Of(asked.Residence),
        Extensions = asked.Extensions ?? new Dictionary<string, string>(),
        Source = Source(asked.SourceReference),
    };
}
