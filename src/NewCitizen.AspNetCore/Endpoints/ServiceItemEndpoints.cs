using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Calendars;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Service items over HTTP. Nothing here is personal.</summary>
internal static class ServiceItemEndpoints
{
    private const int MaxLimit = 1000;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Describe<PageModel<ServiceItemModel>>("ListServiceItems", "List service items");
        group.MapGet("/{id:guid}", FindAsync).Describe<ServiceItemModel>("GetServiceItem", "Read a service item with its papers, limits and basis");
        group.MapGet("/{id:guid}/notice", NoticeAsync).Describe<NoticeModel>("GetOneTimeNotice", "All papers that are missing when those in 'paper' (repeatable) are handed in today");
    }

    private static async Task<IResult> ListAsync(HttpContext http, int? limit, string? after, ServiceItemManager items, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        var page = await items.ListAsync(access.Create(http.User), size, after, cancellationToken).ConfigureAwait(false);
        return Results.Json(new PageModel<ServiceItemModel>([.. page.Items.Select(ServiceItemModel.Of)], page.Next), WebJson.Default.PageModelServiceItemModel);
    }

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, ServiceItemManager items, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var item = await items.FindAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false);
        if (item is null)
        {
            return Problem.Of(http, StorageErrors.NotFound);
        }

        RevisionTag.Set(http, item.Revision);
        return Results.Json(ServiceItemModel.Of(item), WebJson.Default.ServiceItemModel);
    }

    private static async Task<IResult> NoticeAsync(
        HttpContext http, Guid id, string[]? paper, ServiceItemManager items, IWorkCalendarSource calendars, IClock clock, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var item = await items.FindAsync(access.Create(http.User), new(id), cancellationToken).ConfigureAwait(false);
        return item is null
            ? Problem.Of(http, StorageErrors.NotFound)
            : Results.Json(NoticeModel.Of(OneTimeNotice.For(item, paper ?? [], ShanghaiTime.Today(clock), calendars.Current)), WebJson.Default.NoticeModel);
    }
}
