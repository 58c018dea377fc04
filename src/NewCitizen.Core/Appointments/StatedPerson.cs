using NewCitizen.Privacy;
using NewCitizen.Residents;

namespace NewCitizen.Appointments;

/// <summary>Whom an appointment is for, as stated and not yet checked.</summary>
public sealed record StatedPerson
{
    /// <summary>Name as typed.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public required string Name { get; init; }

    /// <summary>Identity document as stated; without a kind the number tells.</summary>
    public required StatedDocument Document { get; init; }

    /// <summary>Mobile number as typed; null for none, as for people who come to the desk to book.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public string? Phone { get; init; }

    /// <summary>The kind of document only.</summary>
    public override string ToString() => Document.ToString();
}
