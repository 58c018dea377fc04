using Microsoft.AspNetCore.Mvc;
using NewCitizen.Centres;
using NewCitizen.Queues;
using Portal.Hall;

namespace Portal.Pages.Kiosk;

public sealed class TicketModel(CentreManager centres, QueueManager queue) : KioskPage(centres)
{
    public TicketPlace Place { get; private set; } = null!;

    public bool Late => Place.Ticket is { Appointment: not null, Class: TicketClass.WalkIn };

    public string? Estimate { get; private set; }

    public async Task<IActionResult> OnGetAsync(string link, CancellationToken cancellationToken)
    {
        var found = await queue.FindPlaceAsync(Desk, link, cancellationToken);
        if (!found.Succeeded || found.Value.Ticket.Centre != Centre.Id)
        {
            return NotFound();
        }

        Place = found.Value;
        if (await queue.EstimateAsync(Desk, Place.Ticket.Id, cancellationToken) is { } wait)
        {
            var (least, most) = ((int)Math.Round(wait.Least.TotalMinutes), (int)Math.Ceiling(wait.Most.TotalMinutes));
            Estimate = Words.T($"预计等候 {least}–{most} 分钟（根据今日已办理的 {wait.BasedOn} 人）。", $"You will probably wait {least} to {most} minutes (based on {wait.BasedOn} people served today).");
        }
        return Page();
    }
}
