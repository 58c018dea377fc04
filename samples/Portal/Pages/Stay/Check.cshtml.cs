using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NewCitizen.Addresses;
using NewCitizen.Collection;
using NewCitizen.Collection.Rules;
using NewCitizen.Divisions;
using NewCitizen.Housing;
using NewCitizen.Rules;
using NodaTime;
using Portal.Accounts;
using Portal.Field;
using Portal.Stays;

namespace Portal.Pages.Stay;

/// <summary>Declares the stay: the person's file, the declared stay and the report of the occupancy in one go.</summary>
[EnableRateLimiting(SignInSetup.LookUpLimit)]
public sealed class CheckModel(StayNotes notes, HousingManager homes, AddressManager addresses, Doors doors, CollectionManager collection, RuleTopic<StayDutyFacts> duties)
    : StayPage(notes, homes, addresses, doors)
{
    /// <summary>Last days the law names for the person's own report, with their articles.</summary>
    public IReadOnlyList<(string Day, string Article)> Duties { get; private set; } = [];

    public IActionResult OnGet() => Show();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SubmitAsync(() => DeclareAsync(cancellationToken), () => Task.FromResult(Show()));

    private IActionResult Show()
    {
        if (Answers.Arrived is not { } arrived)
        {
            return Redirect("/stay/when");
        }

        // Whoever declares here says that home is elsewhere, and the portal is a city's.
        var facts = new StayDutyFacts
        {
            Person = Answers.Kind is "414" or "553" ? PersonGroup.Foreigner : Answers.Kind is { Length: > 0 } and not "111" ? PersonGroup.HongKongMacaoTaiwan : PersonGroup.Citizen,
            Dwelling = Answers.Home is null ? Dwelling.Household : Dwelling.Rented,
            AwayFromRegister = true,
            InCity = true,
            Division = Door?.DivisionCode is { Length: >= 6 } code ? code[..6] : null,
            ArrivedOn = arrived,
            ArrivedAt = Answers.Kind is "414" or "553" ? arrived.At(LocalTime.Midnight) : null,
            PlannedDays = Answers.Days,
        };
        DivisionCode? place = DivisionCode.TryParse(facts.Division, out var division) ? division : null;
        Duties =
        [
            .. duties.DutiesOf(facts, Today, place)
                .Where(duty => duty.Who is RuleSubject.Resident or RuleSubject.Tenant && (duty.DueOn ?? duty.DueAt?.Date) is not null)
                .Select(duty => (Iso((duty.DueOn ?? duty.DueAt?.Date)!.Value), duty.Source.ToString())),
        ];
        return Page();
    }

    private async Task<string?> DeclareAsync(CancellationToken cancellationToken)
    {
        var key = StoreKey(
            Answers.Agency, Answers.Home?.ToString(), Answers.Address, Answers.Name, Answers.Kind, Answers.Number, Answers.On, Answers.PlannedDays, Answers.Room, Answers.Phone, Answers.Employer, Answers.InflowReason);
        var outcome = await collection.ReportAsync(Desk, Answers.State(), key, cancellationToken);
        Errors.Take(outcome.Issues, new Dictionary<string, string>(StringComparer.Ordinal), NoField);
        if (!outcome.Succeeded)
        {
            return null;
        }

        StayNotes.Forget(HttpContext);
        return $"/stay/done/{Notes.Seal(Desk.Agency, outcome.Value.Report)}";
    }
}
