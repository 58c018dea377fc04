using FluentValidation;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Identity;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Validation.Residents;

/// <summary>What is worth a look about a stated document (填报证件的核对): validity, old forms of numbers, address codes. Managers refuse numbers that are wrong.</summary>
public sealed class StatedDocumentValidator : CatalogueValidator<StatedDocument>
{
    // 居民身份证法 art. 5: five, ten or twenty years, or long-term.
    private static readonly int[] s_cardYears = [5, 10, 20];

    private readonly IClock _clock;
    private readonly CitizenNumberInspector _inspector;

    /// <summary>Makes the rules.</summary>
    /// <param name="clock">Today, in China.</param>
    /// <param name="addressCodes">The dated division table.</param>
    public StatedDocumentValidator(IClock clock, IAddressCodeLookup addressCodes)
    {
        _clock = clock;
        _inspector = new CitizenNumberInspector(addressCodes);
        RuleFor(document => document.Number).Custom(LookAtNumber);
        When(document => document.ValidUntil is not null || document.ValidFrom is not null, () =>
        {
            RuleFor(document => document.ValidUntil).Must(until => !(until < Today)).Says(ResidentErrors.DocumentExpired);
            RuleFor(document => document.ValidUntil).Must((document, until) => IsUsualPeriod(document.Kind, document.ValidFrom, until)).Says(ResidentErrors.ValidityUnusual);
            RuleFor(document => document.ValidUntil).Must((document, until) => !(until < document.ValidFrom)).Says(IdentityErrors.ValidityOrder);
            RuleFor(document => document.ValidFrom).Must(from => !(from > Today)).Says(ResidentErrors.DocumentNotYetValid);
        });
    }

    private LocalDate Today => ShanghaiTime.Today(_clock);

    private void LookAtNumber(string? number, ValidationContext<StatedDocument> context)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            context.Say(nameof(StatedDocument.Number), ResidentErrors.DocumentMissing);
            return;
        }

        // Nearly all are citizen numbers; only others need the document made to know their form.
        var text = number.AsSpan().Trim();
        var codes = CitizenNumber.TryParse(text, LocalDate.MaxIsoValue, out var citizen, out _) ? _inspector.Inspect(citizen) : Others(context.InstanceToValidate, text);
        for (var i = 0; i < codes.Count; i++)
        {
            context.Say(nameof(StatedDocument.Number), codes[i]);
        }
    }

    private static IReadOnlyList<ErrorCode> Others(StatedDocument stated, ReadOnlySpan<char> number) =>
        IdentityDocumentKinds.TryFind(stated.Kind, out var kind)
            && IdentityDocument.TryCreate(kind, number, stated.Country, stated.ValidFrom, stated.ValidUntil, out var document, out _, LocalDate.MaxIsoValue)
            ? document.Inspect()
            : [];

    private static bool IsUsualPeriod(string? kind, LocalDate? from, LocalDate? until)
    {
        if (from is not { } first || until is not { } last || last <= first
            || !IdentityDocumentKinds.TryFind(kind, out var known) || known != IdentityDocumentKind.ResidentIdentityCard)
        {
            return true;
        }

        // Cards print the same day of the year at both ends; some registers take off a day.
        return Array.Exists(s_cardYears, years => first.PlusYears(years) is var end && (last == end || last == end.PlusDays(-1)));
    }
}
