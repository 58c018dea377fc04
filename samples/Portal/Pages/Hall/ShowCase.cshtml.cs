using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.Hall;

public sealed class ShowCaseModel(CaseManager cases, RatingManager ratings, ServiceItemManager items, IWorkCalendarSource calendars, WaitLinks links) : HallPage
{
    public static IReadOnlyList<RatingLevel> Levels { get; } = [RatingLevel.VerySatisfied, RatingLevel.Satisfied, RatingLevel.Fair, RatingLevel.Dissatisfied, RatingLevel.VeryDissatisfied];

    [BindProperty]
    public int? Level { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    [BindProperty]
    public bool Anonymous { get; set; }

    public ServiceCase Case { get; private set; } = null!;

    public string ItemName { get; private set; } = string.Empty;

    public string Due { get; private set; } = string.Empty;

    public bool IsRated { get; private set; }

    public bool FollowedUp { get; private set; }

    public bool MayRate => Case.State is CaseState.NotAccepted or CaseState.Granted or CaseState.Refused or CaseState.Delivered;

    public async Task<IActionResult> OnGetAsync(string link, bool followed, CancellationToken cancellationToken)
    {
        FollowedUp = followed;
        return await ShowAsync(link, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string link, CancellationToken cancellationToken) =>
        await FindAsync(link, cancellationToken) ? await SubmitAsync(() => RateAsync(link, cancellationToken), () => ShowAsync(link, cancellationToken)) : NotFound();

    private async Task<string?> RateAsync(string link, CancellationToken cancellationToken)
    {
        if (Level is null)
        {
            Errors.Add("Level", Words.T("请选择满意程度", "Choose how satisfied you are"));
            return null;
        }

        var rated = await ratings.RateAsync(
            Desk,
            new RateCase(Case.Id, (RatingLevel)Level.Value, string.IsNullOrWhiteSpace(Remark) ? null : Remark, Anonymous),
            StoreKey(Case.Number, Level.Value.ToString(CultureInfo.InvariantCulture), Remark, Anonymous.ToString()),
            cancellationToken);
        Errors.Take(rated.Issues, new Dictionary<string, string>(StringComparer.Ordinal) { ["/remark"] = "Remark" }, "Level");
        return rated.Succeeded ? $"/case/{link}?followed={rated.Value.IsFollowedUp}" : null;
    }

    private async Task<bool> FindAsync(string link, CancellationToken cancellationToken)
    {
        if (links.OpenCase(link) is not { } id || await cases.FindAsync(Desk, id, cancellationToken) is not { } found)
        {
            return false;
        }

        Case = found;
        return true;
    }

    private async Task<IActionResult> ShowAsync(string link, CancellationToken cancellationToken)
    {
        if (!await FindAsync(link, cancellationToken))
        {
            return NotFound();
        }

        ItemName = await items.FindAsync(Desk, Case.Item, cancellationToken) is { } item ? NameOf(item) : "—";
        Due = CaseTexts.Due(Case.Due(calendars.Current), Today);
        IsRated = await ratings.IsRatedAsync(Desk, Case.Id, cancellationToken);
        return Page();
    }
}
