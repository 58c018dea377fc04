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
[JsonSerializable(typeof(ServiceItemModel))]
[JsonSerializable(typeof(PageModel<ServiceItemModel>))]
[JsonSerializable(typeof(NoticeModel))]
[JsonSerializable(typeof(CentreModel))]
[JsonSerializable(typeof(PageModel<CentreModel>))]
[JsonSerializable(typeof(OpeningModel))]
[JsonSerializable(typeof(CloseCentreRequest))]
[JsonSerializable(typeof(OpenCentreRequest))]
[JsonSerializable(typeof(SubmitCaseRequest))]
[JsonSerializable(typeof(CaseModel))]
[JsonSerializable(typeof(PageModel<CaseModel>))]
[JsonSerializable(typeof(PapersRequest))]
[JsonSerializable(typeof(DecideCaseRequest))]
[JsonSerializable(typeof(ReasonRequest))]
[JsonSerializable(typeof(CaseApplicantModel))]
[JsonSerializable(typeof(RateRequest))]
[JsonSerializable(typeof(RatingReceiptModel))]
[JsonSerializable(typeof(IReadOnlyList<RatingFigureModel>))]
[JsonSerializable(typeof(FollowUpModel))]
[JsonSerializable(typeof(PageModel<FollowUpModel>))]
[JsonSerializable(typeof(SettleRequest))]
internal sealed partial class WebJson : JsonSerializerContext;
