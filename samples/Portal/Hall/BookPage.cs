using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NewCitizen.Centres;
using NewCitizen.Services;

namespace Portal.Hall;

/// <summary>A step of booking that knows where and what for: both by their codes in the address, so that the back button always works.</summary>
public abstract class BookPage(CentreManager centres, ServiceItemManager items) : HallPage
{
    public ServiceCentre Centre { get; private set; } = null!;

    public ServiceItem Item { get; private set; } = null!;

    public BookingPlan Plan { get; private set; } = null!;

    /// <summary>Class of people whose places are wanted too, such as <c>elderly</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Quota { get; set; }

    /// <summary>Link of the booking that is moved; nothing for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Change { get; set; }

    /// <summary>Address of this item's steps.</summary>
    public string Base => $"/book/{Centre.Code}/{Item.Code}";

    /// <summary>What goes with every step.</summary>
    public string Carried => string.Concat(
        new[] { ("quota", Quota), ("change", Change) }.Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select((pair, i) => $"{(i == 0 ? "?" : "&")}{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}"));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var centre = await centres.FindByCodeAsync(Desk, RouteData.Values["centre"] as string ?? string.Empty, HttpContext.RequestAborted);
        var item = centre is null ? null : await items.FindByCodeAsync(Desk, RouteData.Values["item"] as string ?? string.Empty, HttpContext.RequestAborted);
        if (item is null || centre!.PlanFor(item.Id) is not { } plan)
        {
            context.Result = NotFound();
            return;
        }

        (Centre, Item, Plan) = (centre, item, plan);
        if (Quota is not null && plan.FindQuota(Quota) is null)
        {
            Quota = null;
        }

        await next();
    }
}
