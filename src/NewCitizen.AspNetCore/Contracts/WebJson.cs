using System.Text.Json.Serialization;
using NewCitizen.AspNetCore.Problems;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Source-generated JSON of everything the endpoints read and write.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ProblemModel))]
[JsonSerializable(typeof(RegisterResidentRequest))]
[JsonSerializable(typeof(RegisteredModel))]
[JsonSerializable(typeof(ResidentSearchRequest))]
[JsonSerializable(typeof(ResidentModel))]
[JsonSerializable(typeof(FullResidentModel))]
[JsonSerializable(typeof(PageModel<ResidentModel>))]
[JsonSerializable(typeof(IReadOnlyList<TimelineModel>))]
[JsonSerializable(typeof(ResidenceRequest))]
[JsonSerializable(typeof(EndRequest))]
[JsonSerializable(typeof(AddHomeRequest))]
[JsonSerializable(typeof(HomeModel))]
[JsonSerializable(typeof(PageModel<HomeModel>))]
[JsonSerializable(typeof(AddRoomRequest))]
[JsonSerializable(typeof(RoomModel))]
[JsonSerializable(typeof(PageModel<RoomModel>))]
[JsonSerializable(typeof(MoveInRequest))]
[JsonSerializable(typeof(OccupancyModel))]
[JsonSerializable(typeof(PageModel<OccupancyModel>))]
[JsonSerializable(typeof(FindAddressRequest))]
[JsonSerializable(typeof(AddressModel))]
[JsonSerializable(typeof(IReadOnlyList<CodeTableModel>))]
[JsonSerializable(typeof(CodeTableModel))]
[JsonSerializable(typeof(DivisionModel))]
[JsonSerializable(typeof(IReadOnlyList<DivisionModel>))]
internal sealed partial class WebJson : JsonSerializerContext;
