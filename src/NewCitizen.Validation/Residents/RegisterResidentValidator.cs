using FluentValidation;
using NewCitizen.Calendars;
using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Validation.Residents;

/// <summary>Rules across the fields of a registration (登记新市民的核对); most of them warn, because the manager refuses what cannot stand.</summary>
public sealed class RegisterResidentValidator : CatalogueValidator<RegisterResident>
{
    /// <summary>Highest age in years taken without a warning.</summary>
    internal const int MaxAge = 120;

    private readonly IClock _clock;

    /// <summary>Makes the rules.</summary>
    /// <param name="clock">Today, in China.</param>
    /// <param name="document">Rules for the document.</param>
    /// <param name="residence">Rules for the stay.</param>
    public RegisterResidentValidator(IClock clock, IValidator<StatedDocument> document, IValidator<StatedResidence> residence)
    {
        _clock = clock;
        RuleFor(command => command.Name).Must((command, name) => !IsForeignSpelling(command.Document, name)).Says(ResidentErrors.NameUnusualForDocument);
        RuleFor(command => command.BirthDate).Custom(LookAtAge);
        RuleFor(command => command.Phone).Must(IsAllocated).Says(PeopleErrors.MobileUnallocated);
        RuleFor(command => command.Document).SetValidator(document);
        RuleFor(command => command.Residence!).SetValidator(residence).When(command => command.Residence is not null);
    }

    private void LookAtAge(LocalDate? stated, ValidationContext<RegisterResident> context)
    {
        var (birth, property) = stated is not null ? (stated, nameof(RegisterResident.BirthDate)) : (BirthIn(context.InstanceToValidate.Document.Number), "Document.Number");
        if (birth is not { } day) return;
        var today = ShanghaiTime.Today(_clock);
        var age = today.Year - day.Year - ((today.Month, today.Day).CompareTo((day.Month, day.Day)) < 0 ? 1 : 0);
        if (age > MaxAge) context.Say(property, ResidentErrors.AgeImplausible, "120");
    }

    private static LocalDate? BirthIn(string? number) => CitizenNumber.TryParse(number, LocalDate.MaxIsoValue, out var citizen, out _) ? citizen.BirthDate : null;

    // An identity card bears Chinese characters; letters alone belong to a passport or another document.
    private static bool IsForeignSpelling(StatedDocument document, string? name)
    {
        if (string.IsNullOrEmpty(name) || !char.IsAsciiLetter(name[0]) || name.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF'))
        {
            return false;
        }

        return IdentityDocumentKinds.TryFind(document.Kind, out var kind)
            ? kind is IdentityDocumentKind.ResidentIdentityCard or IdentityDocumentKind.TemporaryIdentityCard or IdentityDocumentKind.HouseholdRegister
            : CitizenNumber.TryParse(document.Number, LocalDate.MaxIsoValue, out var number, out _) && !number.IsHmtPermit;
    }

    private static bool IsAllocated(string? phone) =>
        string.IsNullOrWhiteSpace(phone) || !MobileNumber.TryParseLenient(phone, out var number, out _) || number.IsAllocated;
}
