using Microsoft.AspNetCore.Mvc.Filters;
using NewCitizen.Addresses;
using NewCitizen.Housing;
using Portal.Hall;

namespace Portal.Stays;

/// <summary>A step of declaring a stay: knows what was typed before, and sends whoever has typed nothing to the first page.</summary>
public abstract class StayPage(StayNotes notes, HousingManager homes, AddressManager addresses) : HallPage
{
    public StayAnswers Answers { get; private set; } = new();

    /// <summary>The address of the home, as it stands on the door; null when an address is typed instead.</summary>
    public StandardAddress? Door { get; private set; }

    public string? HomeName { get; private set; }

    /// <summary>Whether the step can be opened without anything typed before.</summary>
    protected virtual bool IsFirst => false;

    protected StayNotes Notes => notes;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var kept = notes.Read(HttpContext);
        if (kept is null && !IsFirst)
        {
            context.Result = Redirect("/stay");
            return;
        }

        Answers = kept ?? Answers;
        if (IsFirst && Guid.TryParse(Request.Query["home"], out var asked) && asked != Answers.Home)
        {
            Answers = new StayAnswers { Home = asked };
        }

        if (Answers.Home is { } id)
        {
            var home = await homes.FindPropertyAsync(Desk, new(id), HttpContext.RequestAborted);
            Door = home is null ? null : await addresses.FindAsync(Desk, home.Address, HttpContext.RequestAborted);
            if (Door is null)
            {
                context.Result = NotFound();
                return;
            }

            HomeName = home!.Name;
        }

        await next();
    }
}
