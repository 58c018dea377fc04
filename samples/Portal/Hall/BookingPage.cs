using Microsoft.AspNetCore.Mvc.Filters;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Services;

namespace Portal.Hall;

/// <summary>A page about one hold, offer or booking, opened by its link, which nobody can guess.</summary>
public abstract class BookingPage(AppointmentManager appointments, CentreManager centres, ServiceItemManager items) : HallPage
{
    public Appointment Booking { get; private set; } = null!;

    public ServiceCentre Centre { get; private set; } = null!;

    public ServiceItem Item { get; private set; } = null!;

    public string Link { get; private set; } = string.Empty;

    protected AppointmentManager Appointments => appointments;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        Link = RouteData.Values["link"] as string ?? string.Empty;
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    /// <summary>Reads it, or reads it anew.</summary>
    protected async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await appointments.OpenLinkAsync(Desk, Link, cancellationToken);
        if (!found.Succeeded
            || await centres.FindAsync(Desk, found.Value.Centre, cancellationToken) is not { } centre
            || await items.FindAsync(Desk, found.Value.Item, cancellationToken) is not { } item)
        {
            return false;
        }

        (Booking, Centre, Item) = (found.Value, centre, item);
        return true;
    }
}
