using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Services;
using NodaTime;
using NodaTime.Text;
using Portal.Hall;

namespace Portal.Pages.Book;

public sealed class TimesModel(CentreManager centres, ServiceItemManager items, AppointmentManager appointments) : BookPage(centres, items)
{
    [BindProperty]
    public string? Start { get; set; }

    public LocalDate Date { get; private set; }

    public IReadOnlyList<FreeSlot> Slots { get; private set; } = [];

    public bool HasWaitlist { get; private set; }

    public int HoldMinutes => (int)Plan.Hold.TotalMinutes;

    public Task<IActionResult> OnGetAsync(string date, CancellationToken cancellationToken) => ShowAsync(date, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string date, CancellationToken cancellationToken)
    {
        if (LocalDatePattern.Iso.Parse(date) is not { Success: true } day || LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(Start ?? string.Empty) is not { Success: true } time)
        {
            return await ShowAsync(date, cancellationToken);
        }

        // The same form may rightly be sent again for another time, after the back button: that is another request.
        FormKey = FormKey is { Length: 32 } ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormKey + Start)).AsSpan(0, 16)) : null;
        return await SubmitAsync(() => TakeAsync(new SlotChoice(Centre.Id, Item.Id, day.Value, time.Value, Quota), cancellationToken), () => ShowAsync(date, cancellationToken));
    }

    private async Task<string?> TakeAsync(SlotChoice choice, CancellationToken cancellationToken)
    {
        var key = StoreKey(Centre.Code, Item.Code, Iso(choice.Date), Start, Quota, Change);
        if (Change is not null)
        {
            var mine = await appointments.OpenLinkAsync(Desk, Change, cancellationToken);
            var moved = mine.Succeeded ? await appointments.ChangeAsync(Desk, mine.Value.Id, mine.Value.Revision, choice, byOffice: false, key, cancellationToken) : mine;
            Take(moved.Issues);
            return moved.Succeeded ? $"/my/{Change}?done=moved" : null;
        }

        var held = await appointments.HoldAsync(Desk, choice, key, cancellationToken);
        Take(held.Issues);
        return held.Succeeded ? $"/booking/{appointments.SealLink(Desk, held.Value.Id)}" : null;
    }

    private async Task<IActionResult> ShowAsync(string date, CancellationToken cancellationToken)
    {
        if (LocalDatePattern.Iso.Parse(date) is not { Success: true } day)
        {
            return NotFound();
        }

        Date = day.Value;
        var free = await appointments.FindFreeAsync(Desk, Centre.Id, Item.Id, Date, 1, Quota, cancellationToken);
        if (!Errors.Any)
        {
            Take(free.Issues);
        }

        Slots = free.Value?.Days[0].Slots ?? [];
        HasWaitlist = free.Value?.HasWaitlist ?? false;
        return Page();
    }
}
