using NewCitizen.Identity;
using NewCitizen.People;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>What an identity number tells about its holder. Nothing for kinds that tell nothing.</summary>
internal readonly record struct NumberFacts(LocalDate? BirthDate, Sex? Sex, string? DivisionCode)
{
    public static NumberFacts Of(IdentityDocument document)
    {
        // Checked when the document was made; a date in the future cannot be meant here any more.
        var number = document.RevealNumber();
        return document.Kind switch
        {
            IdentityDocumentKind.ResidentIdentityCard or IdentityDocumentKind.TemporaryIdentityCard or IdentityDocumentKind.HouseholdRegister
                when CitizenNumber.TryParse(number, LocalDate.MaxIsoValue, out var citizen, out _) => new(citizen.BirthDate, citizen.Sex, number[..6]),
            IdentityDocumentKind.HmtResidencePermit
                when HmtResidencePermitNumber.TryParse(number, LocalDate.MaxIsoValue, out var permit, out _) => new(permit.BirthDate, permit.Sex, null),
            _ => default,
        };
    }
}
