using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.Addresses;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Standard addresses over HTTP.</summary>
internal static class AddressEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/find", FindAsync).Accepts<FindAddressRequest>("application/json").Describe<AddressModel>("FindAddress", "Find an address on file by its text");
        group.MapGet("/{id:guid}", GetAsync).Describe<AddressModel>("GetAddress", "Read an address");
    }

    private static async Task<IResult> FindAsync(HttpContext http, AddressManager addresses, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<FindAddressRequest>.ReadAsync(http, WebJson.Default.FindAddressRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Answer(http, await addresses.FindByTextAsync(access.Create(http.User), asked.Text, cancellationToken).ConfigureAwait(false))
            : body.Refusal!;
    }

    private static async Task<IResult> GetAsync(HttpContext http, Guid id, AddressManager addresses, IAccessContextFactory access, CancellationToken cancellationToken) =>
        Answer(http, await addresses.FindAsync(access.Create(http.User), new StandardAddressId(id), cancellationToken).ConfigureAwait(false));

    private static IResult Answer(HttpContext http, StandardAddress? address) => address is null
        ? Problem.Of(http, Storage.StorageErrors.NotFound)
        : Results.Json(new AddressModel(address.Id.Value, address.Text, address.DivisionCode), WebJson.Default.AddressModel);
}
