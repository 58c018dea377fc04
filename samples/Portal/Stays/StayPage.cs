using Microsoft.AspNetCore.Mvc.Filters;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Agencies;
using NewCitizen.Housing;
using Portal.Field;
using Portal.Hall;

namespace Portal.Stays;

/// <summary>A step of declaring a stay: knows what was typed before, and sends whoever has typed nothing to the first page.</summary>
public abstract class StayPage(StayNotes notes, HousingManager homes, AddressManager addresses, Doors doors) : HallPage
{
    public StayAnswers Answers { get; private set; } = new();

    /// <summary>The address of the home, as it stands on the door; null when an address is typed instead.</summary>
    public StandardAddress? Door { get; private set; }

    public string? HomeName { get; private set; }

    /// <summary>Whether the step can be opened without anything typed before.</summary>
    protected virtual bool IsFirst => false;

    protected StayNotes Notes => notes;

    protected override AccessContext Desk => Answers.Agency is { } agency ? new(AgencyId.Parse(agency), base.Desk.Actor) : base.Desk;

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
        if (IsFirst && Request.Query["plate"].ToString() is { Length: > 0 } token)
        {
            var (there, plate) = await doors.FindAsync(token, HttpContext.RequestAborted);
            if (!plate.Succeeded)
            {
                // What is wrong with it is said, and noted, where every scan arrives.
                context.Result = Redirect("/p/" + Uri.EscapeDataString(token));
                return;
            }

            if (plate.Value.Home.Value != Answers.Home)
            {
                Answers = new StayAnswers { Agency = there.Agency.Value, Home = plate.Value.Home.Value };
            }
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
