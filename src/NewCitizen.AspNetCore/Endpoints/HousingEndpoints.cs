using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.Housing.Registers;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Homes, rooms and who lives there over HTTP.</summary>
internal static class HousingEndpoints
{
    private const int MaxLimit = 1000;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync).Describe<PageModel<HomeModel>>("ListHomes", "List homes, newest first");
        group.MapPost("/", AddAsync).ForWriting().Accepts<AddHomeRequest>("application/json").Describe<HomeModel>("AddHome", "Put a home on file; repeatable with Idempotency-Key", StatusCodes.Status201Created);
        group.MapGet("/{id:guid}", FindAsync).Describe<HomeModel>("GetHome", "Read a home");
        group.MapGet("/{id:guid}/rooms", ListRoomsAsync).Describe<PageModel<RoomModel>>("ListRooms", "List the rooms of a home");
        group.MapPost("/{id:guid}/rooms", AddRoomAsync).ForWriting().Accepts<AddRoomRequest>("application/json").Describe<RoomModel>("AddRoom", "Add a room", StatusCodes.Status201Created);
        group.MapGet("/{id:guid}/occupancies", ListOccupanciesAsync).Describe<PageModel<OccupancyModel>>("ListOccupancies", "Who lives and lived there, newest first");
        group.MapPost("/occupancies", MoveInAsync).ForWriting().Accepts<MoveInRequest>("application/json").Describe<OccupancyModel>("MoveIn", "Move a person in", StatusCodes.Status201Created);
        group.MapGet("/{id:guid}/register", RegisterAsync).Describe<PageModel<RegisterLineModel>>("ReadHouseRegister", "Who was in the house on a day (day), or came and went in a period (from, to); masked and recorded");
        group.MapPost("/occupancies/{stay:guid}/move", MoveAsync).ForWriting().Accepts<MoveRequest>("application/json").Describe<OccupancyModel>("MovePerson", "Move a person into another room or bed, in one step", StatusCodes.Status201Created);
        group.MapPost("/occupancies/{stay:guid}/end", MoveOutAsync).ForWriting().Accepts<EndRequest>("application/json").Describe<OccupancyModel>("MoveOut", "Move a person out");
    }

    private static async Task<IResult> ListAsync(HttpContext http, int? limit, string? after, HousingManager homes, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        var page = await homes.ListPropertiesAsync(access.Create(http.User), address: null, size, after, cancellationToken).ConfigureAwait(false);
        return Results.Json(new PageModel<HomeModel>([.. page.Items.Select(HomeModel.Of)], page.Next), WebJson.Default.PageModelHomeModel);
    }

    private static async Task<IResult> AddAsync(HttpContext http, HousingManager homes, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<AddHomeRequest>.ReadAsync(http, WebJson.Default.AddHomeRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        if (!WireName.TryRead<PropertyKind>(asked.Kind, out var kind))
        {
            return Problem.Of(http, WebErrors.BodyUnreadable);
        }

        var command = new AddRentalProperty
        {
            Address = asked.Address,
            DivisionCode = asked.DivisionCode,
            Kind = kind,
            Name = asked.Name,
            LandlordName = asked.LandlordName,
            LandlordPhone = asked.LandlordPhone,
            LandlordOrganisationCode = asked.LandlordOrganisationCode,
        };
        var outcome = await homes.AddPropertyAsync(access.Create(http.User), command, body.Key, cancellationToken).ConfigureAwait(false);
        return outcome.Succeeded ? Answer(http, outcome.Value, StatusCodes.Status201Created) : Problem.Of(http, outcome.Issues);
    }

    private static async Task<IResult> FindAsync(HttpContext http, Guid id, HousingManager homes, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var home = await homes.FindPropertyAsync(access.Create(http.User), new RentalPropertyId(id), cancellationToken).ConfigureAwait(false);
        return home is null ? Problem.Of(http, Storage.StorageErrors.NotFound) : Answer(http, home, StatusCodes.Status200OK);
    }

    private static async Task<IResult> ListRoomsAsync(HttpContext http, Guid id, int? limit, string? after, HousingManager homes, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        var page = await homes.ListRoomsAsync(access.Create(http.User), new RentalPropertyId(id), size, after, cancellationToken).ConfigureAwait(false);
        return Results.Json(new PageModel<RoomModel>([.. page.Items.Select(RoomModel.Of)], page.Next), WebJson.Default.PageModelRoomModel);
    }

    private static async Task<IResult> AddRoomAsync(HttpContext http, Guid id, HousingManager homes, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<AddRoomRequest>.ReadAsync(http, WebJson.Default.AddRoomRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        if (!WireName.TryRead<RoomUse>(asked.Use, out var use))
        {
            return Problem.Of(http, WebErrors.BodyUnreadable);
        }

        var command = new AddRoom(new RentalPropertyId(id), asked.Number, use, asked.AreaSquareMetres, asked.Beds ?? [], asked.Capacity);
        var outcome = await homes.AddRoomAsync(access.Create(http.User), command, cancellationToken).ConfigureAwait(false);
        return outcome.Succeeded
            ? Results.Json(RoomModel.Of(outcome.Value), WebJson.Default.RoomModel, statusCode: StatusCodes.Status201Created)
            : Problem.Of(http, outcome.Issues);
    }

    private static async Task<IResult> ListOccupanciesAsync(
        HttpContext http, Guid id, int? limit, string? after, HousingManager homes, ResidentManager residents, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        if (!Paging.TryLimit(http, limit, MaxLimit, out var size, out var refusal))
        {
            return refusal;
        }

        var context = access.Create(http.User);
        var page = await homes.ListOccupanciesAsync(context, new RentalPropertyId(id), size, after, cancellationToken).ConfigureAwait(false);
        var people = await residents.FindManyAsync(context, page.Items.Select(stay => stay.Resident), cancellationToken).ConfigureAwait(false);
        return Results.Json(
            new PageModel<OccupancyModel>([.. page.Items.Select(stay => OccupancyModel.Of(stay, people.GetValueOrDefault(stay.Resident)?.MaskedName))], page.Next),
            WebJson.Default.PageModelOccupancyModel);
    }

    private static async Task<IResult> MoveInAsync(HttpContext http, HousingManager homes, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<MoveInRequest>.ReadAsync(http, WebJson.Default.MoveInRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        var command = new MoveIn(
            new ResidentId(asked.ResidentId), new RoomId(asked.RoomId), asked.Bed, asked.LeaseId is { } lease ? new LeaseId(lease) : null, LocalDate.FromDateOnly(asked.Since))
        {
            OfFamily = asked.OfFamily,
        };
        return Answer(http, await homes.MoveInAsync(access.Create(http.User), command, cancellationToken).ConfigureAwait(false), StatusCodes.Status201Created);
    }

    private static async Task<IResult> MoveAsync(HttpContext http, Guid stay, HousingManager homes, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<MoveRequest>.ReadAsync(http, WebJson.Default.MoveRequest, cancellationToken).ConfigureAwait(false);
        if (body.Value is not { } asked)
        {
            return body.Refusal!;
        }

        var command = new Move(new OccupancyId(stay), new RoomId(asked.RoomId), asked.Bed, asked.LeaseId is { } lease ? new LeaseId(lease) : null, LocalDate.FromDateOnly(asked.On)) { OfFamily = asked.OfFamily };
        return Answer(http, await homes.MoveAsync(access.Create(http.User), command, cancellationToken).ConfigureAwait(false), StatusCodes.Status201Created);
    }

    private static async Task<IResult> RegisterAsync(
        HttpContext http, Guid id, DateOnly? day, DateOnly? from, DateOnly? to, HouseRegister register, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var context = access.Create(http.User);
        var property = new RentalPropertyId(id);
        if (day is null == (from is null || to is null))
        {
            return Problem.Of(http, WebErrors.SearchAmbiguous);
        }

        var outcome = day is { } on
            ? await register.OnAsync(context, property, LocalDate.FromDateOnly(on), cancellationToken).ConfigureAwait(false)
            : await register.MovementsAsync(context, property, LocalDate.FromDateOnly(from!.Value), LocalDate.FromDateOnly(to!.Value), cancellationToken).ConfigureAwait(false);
        return outcome.Succeeded
            ? Results.Json(new PageModel<RegisterLineModel>([.. outcome.Value.Select(RegisterLineModel.Of)], null), WebJson.Default.PageModelRegisterLineModel)
            : Problem.Of(http, outcome.Issues);
    }

    private static async Task<IResult> MoveOutAsync(HttpContext http, Guid stay, HousingManager homes, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var body = await JsonBody<EndRequest>.ReadAsync(http, WebJson.Default.EndRequest, cancellationToken).ConfigureAwait(false);
        return body.Value is { } asked
            ? Answer(http, await homes.MoveOutAsync(access.Create(http.User), new OccupancyId(stay), LocalDate.FromDateOnly(asked.Until), cancellationToken).ConfigureAwait(false), StatusCodes.Status200OK)
            : body.Refusal!;
    }

    private static IResult Answer(HttpContext http, RentalProperty home, int status)
    {
        RevisionTag.Set(http, home.Revision);
        return Results.Json(HomeModel.Of(home), WebJson.Default.HomeModel, statusCode: status);
    }

    private static IResult Answer(HttpContext http, Outcome<Occupancy> outcome, int status) => outcome.Succeeded
        ? Results.Json(OccupancyModel.Of(outcome.Value, null), WebJson.Default.OccupancyModel, statusCode: status)
        : Problem.Of(http, outcome.Issues);
}
