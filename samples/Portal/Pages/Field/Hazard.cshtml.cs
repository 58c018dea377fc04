using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Housing;
using NewCitizen.Inspections;
using NewCitizen.Storage;
using Portal.Field;
using Portal.Forms;

namespace Portal.Pages.Field;

public sealed class HazardModel(HazardManager hazards, HousingManager homes, AddressManager addresses) : PortalPage
{
    private static readonly HazardAct[] s_acts = [HazardAct.Notice, HazardAct.RecheckPassed, HazardAct.RecheckFailed, HazardAct.Close];

    public HazardLine Line { get; private set; } = null!;

    public string Address { get; private set; } = "—";

    public bool MayWrite => Roles.MayWrite(User);

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Days { get; set; }

    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>What may be done next; the others are not even offered.</summary>
    public IEnumerable<(HazardAct Act, string Text)> Acts => s_acts.Where(act => HazardStates.After(Line.Hazard.State, act) is not null).Select(act => (act, FieldTexts.Of(act)));

    public string DayOf(HazardStep step) => Iso(ShanghaiTime.DateOf(step.At));

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => MayWrite
        ? await SubmitAsync(() => StepAsync(id, cancellationToken), () => ShowAsync(id, cancellationToken))
        : Forbid();

    private async Task<string?> StepAsync(Guid id, CancellationToken cancellationToken)
    {
        int? days = null;
        if (!string.IsNullOrWhiteSpace(Days))
        {
            if (int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var stated))
            {
                days = stated;
            }
            else
            {
                Errors.Add("Days", Words.T("请填写数字", "Enter a number"));
                return null;
            }
        }

        if (!Enum.TryParse<HazardAct>(Act, out var act) || !s_acts.Contains(act) || !Revision.TryParse(Seen, CultureInfo.InvariantCulture, out var revision))
        {
            Errors.Add("Note", Words.T("请选择要做的事", "Choose what to do"));
            return null;
        }

        var outcome = act switch
        {
            HazardAct.Notice => await hazards.NoticeAsync(Desk, new(id), revision, days, Note, cancellationToken),
            HazardAct.Close => await hazards.CloseAsync(Desk, new(id), revision, Note, cancellationToken),
            _ => await hazards.RecheckAsync(Desk, new(id), revision, act == HazardAct.RecheckPassed, days, Note, cancellationToken),
        };
        Errors.Take(outcome.Issues, new Dictionary<string, string>(StringComparer.Ordinal) { ["/workdays"] = "Days" }, "Note");
        return outcome.Succeeded ? $"/hazards/{id}" : null;
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await hazards.FindAsync(Desk, new(id), cancellationToken) is not { } hazard)
        {
            return NotFound();
        }

        Line = hazards.AsOfNow(hazard);
        Address = (await HomeNames.OfAsync(Desk, [hazard.Home], homes, addresses, cancellationToken))[hazard.Home];
        return Page();
    }
}
