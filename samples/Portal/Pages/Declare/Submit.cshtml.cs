using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;
using NewCitizen.Cases;
using NewCitizen.Residents;
using NewCitizen.Services;
using Portal.Accounts;
using Portal.Hall;

namespace Portal.Pages.Declare;

/// <summary>Hands a case in from home. Whoever hands it in is shown it at once; later it takes the number and the last four characters.</summary>
[EnableRateLimiting(SignInSetup.LookUpLimit)]
public sealed class SubmitModel(ServiceItemManager items, CaseManager cases, WaitLinks links) : HallPage
{
    [BindProperty]
    public TypedPerson Person { get; set; } = new();

    [BindProperty]
    public List<string> Papers { get; set; } = [];

    public ServiceItem Item { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (await items.FindByCodeAsync(Desk, RouteData.Values["item"] as string ?? string.Empty, HttpContext.RequestAborted) is not { IsOffered: true } item || !item.Channels.HasFlag(ServiceChannels.Online))
        {
            context.Result = NotFound();
            return;
        }

        Item = item;
        await next();
    }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SubmitAsync(() => HandInAsync(cancellationToken), () => Task.FromResult<IActionResult>(Page()));

    private async Task<string?> HandInAsync(CancellationToken cancellationToken)
    {
        var command = new SubmitCase
        {
            Item = Item.Id,
            Channel = ServiceChannels.Online,
            Applicant = new StatedApplicant
            {
                Name = Person.Name ?? string.Empty,
                Document = new StatedDocument { Kind = string.IsNullOrEmpty(Person.Kind) ? null : Person.Kind, Number = Person.Number ?? string.Empty },
                Phone = Person.Phone ?? string.Empty,
            },
            Papers = Papers,
        };
        var key = StoreKey([Item.Code, Person.Name, Person.Kind, Person.Number, Person.Phone, .. Papers]);
        var opened = await cases.SubmitAsync(Desk, command, key, cancellationToken);
        Errors.Take(opened.Issues, TypedPerson.ApplicantFields, NoField);
        return opened.Succeeded ? $"/case/{links.Seal(opened.Value.Id)}?done=submitted" : null;
    }
}
