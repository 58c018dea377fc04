using Microsoft.AspNetCore.Mvc;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Services;
using NodaTime;
using NodaTime.Text;
using Portal.Hall;

namespace Portal.Pages.Book;

public sealed class WaitModel(CentreManager centres, ServiceItemManager items, AppointmentManager appointments, WaitLinks links) : BookPage(centres, items)
{
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    [BindProperty]
    public TypedPerson Person { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Start { get; set; }

    public LocalDate Date { get; private set; }

    public int OfferMinutes => (int)(Plan.Offer ?? Duration.Zero).TotalMinutes;

    public IActionResult OnGet(string date) => Read(date, out _) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string date, CancellationToken cancellationToken) => Read(date, out var start)
        ? await SubmitAsync(() => JoinAsync(new SlotChoice(Centre.Id, Item.Id, Date, start, Quota), cancellationToken), () => Task.FromResult<IActionResult>(Page()))
        : NotFound();

    private bool Read(string date, out LocalTime start)
    {
        var (day, time) = (LocalDatePattern.Iso.Parse(date), s_time.Parse(Start ?? string.Empty));
        start = time.Success ? time.Value : default;
        Date = day.Success ? day.Value : default;
        return day.Success && time.Success;
    }

    private async Task<string?> JoinAsync(SlotChoice choice, CancellationToken cancellationToken)
    {
        var key = StoreKey(Centre.Code, Item.Code, Iso(Date), Start, Person.Name, Person.Kind, Person.Number, Person.Phone);
        var joined = await appointments.JoinWaitlistAsync(Desk, choice, wholeDay: false, Person.State(), key, cancellationToken);
        Errors.Take(joined.Issues, TypedPerson.Fields, NoField);
        return joined.Succeeded ? $"/waiting/{links.Seal(joined.Value.Id)}" : null;
    }
}
