using FluentValidation;
using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Codes;
using NewCitizen.Residents;
using NewCitizen.Validation.Addresses;
using NodaTime;

namespace NewCitizen.Validation.Residents;

/// <summary>Rules for a declared stay (填报居住信息的核对).</summary>
public sealed class StatedResidenceValidator : CatalogueValidator<StatedResidence>
{
    /// <summary>The year of the first rules on temporary residents: 国务院 1984-10-13 on peasants settling in market towns; nothing was registered before.</summary>
    internal const int FirstYear = 1984;

    private readonly IClock _clock;

    /// <summary>Makes the rules.</summary>
    /// <param name="clock">Today, in China.</param>
    public StatedResidenceValidator(IClock clock)
    {
        _clock = clock;
        RuleFor(residence => residence.RegisteredOn).Custom(LookAtDay);
        RuleFor(residence => residence.Since).Must(since => !(since > Today)).Says(ResidentErrors.DateInFuture);
        When(residence => residence.DivisionCode is not null, () =>
            RuleFor(residence => residence.DivisionCode).Must(AddressRules.IsKnownDivision).Says(ResidentErrors.DivisionUnknown));
        When(residence => residence.DwellingType is not null, () =>
            RuleFor(residence => residence.DwellingType).Must(IsKnownDwelling).Says(ResidentErrors.UnknownCode, "dwellingType"));
    }

    private LocalDate Today => ShanghaiTime.Today(_clock);

    private void LookAtDay(LocalDate? registered, ValidationContext<StatedResidence> context)
    {
        if (registered is not { } day)
        {
            context.Say(nameof(StatedResidence.RegisteredOn), ResidentErrors.RegistrationDateMissing);
        }
        else if (day.Year < FirstYear)
        {
            context.Say(nameof(StatedResidence.RegisteredOn), ResidentErrors.RegistrationTooEarly, "1984");
        }
        else if (day > Today)
        {
            context.Say(nameof(StatedResidence.RegisteredOn), ResidentErrors.DateInFuture);
        }
    }

    private bool IsKnownDwelling(string? text) => string.IsNullOrWhiteSpace(text) || CodeTables.DwellingKind.Read(text, Today, out _).IsKnown;
}
