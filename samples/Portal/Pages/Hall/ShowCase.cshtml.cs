using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Errors;
using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.Hall;

/// <summary>
/// A case as its applicant sees it. The link is sealed, ends after half an hour and is given only to whoever handed the case in or knows its number and the
/// last four characters: so whoever brings papers in, takes it back or rates here is the applicant.
/// </summary>
public sealed class ShowCaseModel(CaseManager cases, RatingManager ratings, ServiceItemManager items, IWorkCalendarSource calendars, WaitLinks links) : HallPage
{
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal) { ["/remark"] = "Remark", ["/papers"] = "Papers", ["/level"] = "Level" };

    public static IReadOnlyList<RatingLevel> Levels { get; } = [RatingLevel.VerySatisfied, RatingLevel.Satisfied, RatingLevel.Fair, RatingLevel.Dissatisfied, RatingLevel.VeryDissatisfied];

    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public int? Level { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    [BindProperty]
    public bool Anonymous { get; set; }

    [BindProperty]
    public List<string> Papers { get; set; } = [];

    public ServiceCase Case { get; private set; } = null!;

    public ServiceItem Item { get; private set; } = null!;

    public string Due { get; private set; } = string.Empty;

    public string? Done { get; private set; }

    public bool IsRated { get; private set; }

    public bool FollowedUp { get; private set; }

    public bool MayRate => Case.State is CaseState.NotAccepted or CaseState.Granted or CaseState.Refused or CaseState.Delivered;

    public bool MayWithdraw => CaseFlow.After(Case.State, CaseAct.Withdraw) is not null;

    /// <summary>Papers to bring in; none unless they were asked for and have not come.</summary>
    public IReadOnlyList<ServiceMaterial> Asked => Case.State == CaseState.SupplementAsked ? [.. Item.Materials.Where(paper => Case.AskedFor?.Contains(paper.Code, StringComparer.Ordinal) == true)] : [];

    public async Task<IActionResult> OnGetAsync(string link, bool followed, string? done, CancellationToken cancellationToken)
    {
        (FollowedUp, Done) = (followed, done);
        return await ShowAsync(link, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string link, CancellationToken cancellationToken) =>
        await FindAsync(link, cancellationToken) ? await SubmitAsync(() => ActAsync(link, cancellationToken), () => ShowAsync(link, cancellationToken)) : NotFound();

    private async Task<string?> ActAsync(string link, CancellationToken cancellationToken)
    {
        if (Act == "supplement")
        {
            return Then(await cases.SupplementAsync(Desk, Case.Id, Case.Revision, Papers, cancellationToken), "Papers", $"/case/{link}?done=supplemented");
        }

        if (Act == "withdraw")
        {
            return Then(await cases.WithdrawAsync(Desk, Case.Id, Case.Revision, cancellationToken), NoField, $"/case/{link}?done=withdrawn");
        }

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
        return Then(rated, "Level", $"/case/{link}?followed={rated.Value?.IsFollowedUp}");
    }

    private string? Then<T>(Outcome<T> outcome, string otherwise, string page)
        where T : class
    {
        Errors.Take(outcome.Issues, s_fields, otherwise);
        return outcome.Succeeded ? page : null;
    }

    private async Task<bool> FindAsync(string link, CancellationToken cancellationToken)
    {
        if (links.OpenCase(link) is not { } id || await cases.FindAsync(Desk, id, cancellationToken) is not { } found || await items.FindAsync(Desk, found.Item, cancellationToken) is not { } item)
        {
            return false;
        }

        (Case, Item) = (found, item);
        return true;
    }

    private async Task<IActionResult> ShowAsync(string link, CancellationToken cancellationToken)
    {
        if (!await FindAsync(link, cancellationToken))
        {
            return NotFound();
        }

        Due = CaseTexts.Due(Case.Due(calendars.Current), Today);
        IsRated = await ratings.IsRatedAsync(Desk, Case.Id, cancellationToken);
        return Page();
    }
}
