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

        var routes = factory.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/'))
            .Distinct();
        return [.. routes.Select(route => "/" + route switch
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
