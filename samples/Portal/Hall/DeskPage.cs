using Microsoft.AspNetCore.Mvc.Filters;
using NewCitizen.Centres;
using NewCitizen.Errors;
using Portal.Forms;

namespace Portal.Hall;

/// <summary>A page of the staff about one centre of their agency, named by its code; another's is not found.</summary>
public abstract class DeskPage(CentreManager centres) : PortalPage
{
    public ServiceCentre Centre { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (await centres.FindByCodeAsync(Desk, RouteData.Values["centre"] as string ?? string.Empty, HttpContext.RequestAborted) is not { } centre)
        {
            context.Result = NotFound();
            return;
        }

        Centre = centre;
        await next();
    }

    protected void Take(IEnumerable<Issue> issues) => Errors.Take(issues, new Dictionary<string, string>(StringComparer.Ordinal), HallPage.NoField);
}
