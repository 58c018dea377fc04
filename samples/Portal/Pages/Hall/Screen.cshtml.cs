using Microsoft.AspNetCore.Mvc;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NodaTime;
using Portal.Hall;

namespace Portal.Pages.Hall;

/// <summary>The screen over the windows: numbers and windows only. It asks anew every five seconds by a header, without script.</summary>
public sealed class ScreenModel(CentreManager centres, QueueManager queue, IClock clock) : HallPage
{
    private const int RefreshSeconds = 5;

    public ServiceCentre Centre { get; private set; } = null!;

    public CallBoard Board { get; private set; } = null!;

    public IReadOnlyList<(string Prefix, string Name, int Count)> Lines { get; private set; } = [];

    /// <summary>Whoever reads with a screen reader or slowly can stop it.</summary>
    public bool Paused { get; private set; }

    public string Now { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(string centre, bool paused, CancellationToken cancellationToken)
    {
        if (await centres.FindByCodeAsync(Desk, centre, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Centre = found;
        Board = await queue.ReadBoardAsync(Desk, found.Id, cancellationToken);
        var setup = await queue.FindSetupAsync(Desk, found.Id, cancellationToken);
        Lines = [.. (setup?.Groups ?? []).Select(line => (line.Prefix, Words.IsChinese ? line.Name : line.EnglishName ?? line.Name, Board.Waiting.GetValueOrDefault(line.Prefix)))];
        Now = HallTexts.Time(clock.GetCurrentInstant());
        Paused = paused;
        if (!paused)
        {
            Response.Headers["Refresh"] = $"{RefreshSeconds}";
        }

        return Page();
    }
}
