using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace NewCitizen.Samples.Tests.Portal;

/// <summary>Every page of the portal, found in its route table, with an address that opens it for the west station.</summary>
internal static class PortalPages
{
    public static async Task<IReadOnlyList<string>> OfAsync(PortalFactory factory, PortalClient west)
    {
        var resident = PortalClient.Ids(await west.ReadAsync("/residents"), "residents")[0].ToString();
        var home = string.Empty;
        var detail = string.Empty;
        foreach (var id in PortalClient.Ids(await west.ReadAsync("/homes"), "homes"))
        {
            var page = await west.ReadAsync($"/homes/{id}");
            if (page.Contains("/move-in/", StringComparison.Ordinal) && page.Contains("/move-out/", StringComparison.Ordinal))
            {
                (home, detail) = (id.ToString(), page);
            }
        }

        var hall = await HallVisit.OfAsync(factory);
        var field = await FieldVisit.OfAsync(factory);
        var permit = await PermitVisit.OfAsync(factory);
        var task = await GridVisit.OfAsync(factory);
        var routes = factory.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/'))
            .Distinct();
        // The calendar file is no page, and the pages that go on from typed answers need the browser that typed them: the tests of hall and stay open them.
        return [.. routes.Where(route => route is not ("my/{link}/calendar.ics" or "plates/sheet" or "booking/{link}/check" or "stay/when" or "stay/more" or "stay/check" or "stay/done/{link}")).Select(route => "/" + route switch
        {
            "" or "Index" => string.Empty,
            "sign-in" or "residents" or "residents/register" or "homes" or "homes/add" or "import" => route,
            "status/{code:int}" => "status/404",
            "residents/{id:guid}" => $"residents/{resident}",
            "residents/{id:guid}/full" => $"residents/{resident}/full",
            "residents/{id:guid}/registered" => $"residents/{resident}/registered?effect=Created",
            "homes/{id:guid}" => $"homes/{home}",
            "homes/{id:guid}/add-room" => $"homes/{home}/add-room",
            "homes/{id:guid}/move-in/{room:guid}" => Link(detail, "move-in"),
            "homes/{id:guid}/move-out/{stay:guid}" => Link(detail, "move-out"),
            "homes/{id:guid}/move/{stay:guid}" => Link(detail, "move"),
            "homes/{id:guid}/register" => $"homes/{home}/register",
            "book" or "declare" or "my" or "service" or "case" or "desk" or "desk/cases" => route,
            "book/{centre}" => "book/hall",
            "book/{centre}/{item}" => "book/hall/permit-apply",
            "book/{centre}/{item}/day" => "book/hall/permit-apply/day",
            "book/{centre}/{item}/{date:length(10)}" => "book/hall/permit-apply/2026-11-25",
            "book/{centre}/{item}/{date:length(10)}/wait" => "book/hall/permit-apply/2026-11-25/wait?start=09:00",
            "declare/{item}" => "declare/permit-endorse",
            "booking/{link}" => $"booking/{hall.Hold}",
            "booking/{link}/done" => $"booking/{hall.Booked}/done",
            "my/{link}" => $"my/{hall.Booked}",
            "my/{link}/cancel" => $"my/{hall.Booked}/cancel",
            "waiting/{link}" => $"waiting/{hall.Waiting}",
            "case/{link}" => $"case/{hall.Case}",
            "kiosk/{centre}" => "kiosk/hall",
            "kiosk/{centre}/take" => "kiosk/hall/take",
            "kiosk/{centre}/check-in" => "kiosk/hall/check-in",
            "kiosk/{centre}/ticket/{link}" => $"kiosk/hall/ticket/{hall.Ticket}",
            "screen/{centre}" => "screen/hall",
            "desk/{centre}/{window}" => "desk/hall/A01",
            "desk/{centre}/day" => "desk/hall/day",
            "desk/{centre}/call/{id:guid}" => $"desk/hall/call/{hall.BookedId}",
            "desk/{centre}/open-case" => $"desk/hall/open-case?ticket={hall.TicketId}&window=A01",
            "desk/cases/{id:guid}" => $"desk/cases/{hall.CaseId}",
            "inspections" or "hazards" => route,
            "p/{token}" => $"p/{field.Token}",
            "homes/{id:guid}/field" => $"homes/{field.Home}/field",
            "inspections/{id:guid}" => $"inspections/{field.Inspection}",
            "hazards/{id:guid}" => $"hazards/{field.Hazard}",
            "permit" or "permit/apply" or "permit/find" or "desk/permits" => route,
            "permit/{link}" => $"permit/{permit.Link}",
            "desk/permits/{id:guid}" => $"desk/permits/{permit.Id}",
            "stay" => $"stay?home={home}",
            "grid" => route,
            "grid/tasks/{id:guid}" => $"grid/tasks/{task}",
            "import/{id}" => ImportOf(west).GetAwaiter().GetResult(),
            _ => throw new InvalidOperationException($"The tests do not know page {route}: give it an address here."),
        }).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string Link(string page, string action)
    {
        var end = page.IndexOf($"/{action}/", StringComparison.Ordinal);
        var start = page.LastIndexOf('"', end) + 2;
        return System.Net.WebUtility.HtmlDecode(page[start..page.IndexOf('"', end)]);
    }

    private static async Task<string> ImportOf(PortalClient west) => (await RosterUpload.SendAsync(west, RosterUpload.Messy)).Headers.Location!.OriginalString.Trim('/');
}
