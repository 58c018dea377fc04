using Microsoft.AspNetCore.Mvc.Filters;
using NewCitizen.Access;
using NewCitizen.Centres;

namespace Portal.Hall;

/// <summary>
/// A page of the kiosk. It leaves by itself for the first one after a minute (<c>Portal:KioskIdleSeconds</c>), by a header and so without any script: what
/// somebody left standing is gone, and no cache holds it. Whoever needs longer asks for more time and keeps what was typed.
/// </summary>
public abstract class KioskPage(CentreManager centres) : HallPage
{
    private const int StandardIdleSeconds = 60;

    public ServiceCentre Centre { get; private set; } = null!;

    public string Home => $"/kiosk/{Centre.Code}";

    protected override AccessContext Desk => HttpContext.RequestServices.GetRequiredService<HallContexts>().Kiosk;

    /// <summary>The first page shows nothing of anybody and stays.</summary>
    protected virtual bool Clears => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var code = RouteData.Values["centre"] as string ?? string.Empty;
        if (await centres.FindByCodeAsync(Desk, code, HttpContext.RequestAborted) is not { } centre)
        {
            context.Result = NotFound();
            return;
        }

        Centre = centre;
        ViewData["Centre"] = NameOf(centre);
        if (Clears)
        {
            ViewData["Home"] = Home;
            var seconds = HttpContext.RequestServices.GetRequiredService<IConfiguration>().GetValue("Portal:KioskIdleSeconds", StandardIdleSeconds);
            ViewData["Seconds"] = seconds;
            Response.Headers["Refresh"] = $"{seconds};url={Home}";
        }

        await next();
    }
}
