using FluentValidation;
using NewCitizen.Calendars;
using NewCitizen.Housing;
using NewCitizen.Validation.Residents;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Validation.Housing;

/// <summary>Rules for moving in (入住的核对). Beds, capacity and the lease are the manager's to check, inside the store.</summary>
public sealed class MoveInValidator : CatalogueValidator<MoveIn>
{
    /// <summary>Makes the rules.</summary>
    /// <param name="clock">Today, in China.</param>
    public MoveInValidator(IClock clock)
    {
        RuleFor(command => command.Since).Must(since => since.Year >= StatedResidenceValidator.FirstYear).Says(ResidentErrors.RegistrationTooEarly, "1984");
        RuleFor(command => command.Since).Must(since => since <= ShanghaiTime.Today(clock).PlusYears(1)).Says(HousingErrors.MoveInFarAhead);
        RuleFor(command => command.Bed).Must(bed => bed is null || HousingRules.IsLabel(bed)).Says(HousingErrors.TextInvalid, "20");
    }
}
