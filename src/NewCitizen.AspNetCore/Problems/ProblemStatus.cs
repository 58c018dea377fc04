using Microsoft.AspNetCore.Http;
using NewCitizen.Access;
using NewCitizen.Cases;
using NewCitizen.Checklists;
using NewCitizen.Collection;
using NewCitizen.Errors;
using NewCitizen.Grid;
using NewCitizen.Housing;
using NewCitizen.Inspections;
using NewCitizen.Plates;
using NewCitizen.Queues;
using NewCitizen.Permits;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Problems;

/// <summary>Which HTTP status says what a code says.</summary>
internal static class ProblemStatus
{
    private static readonly Dictionary<ErrorCode, int> s_statuses = new()
    {
        [StorageErrors.NotFound] = StatusCodes.Status404NotFound,
        [WebErrors.UnknownCode] = StatusCodes.Status404NotFound,
        [StorageErrors.Conflict] = StatusCodes.Status412PreconditionFailed,
        [WebErrors.IfMatchMissing] = StatusCodes.Status428PreconditionRequired,
        [WebErrors.NotSignedIn] = StatusCodes.Status401Unauthorized,
        [WebErrors.NotAllowed] = StatusCodes.Status403Forbidden,
        [WebErrors.BodyTooLarge] = StatusCodes.Status413PayloadTooLarge,
        [WebErrors.NotJson] = StatusCodes.Status415UnsupportedMediaType,
        [WebErrors.TooManyRequests] = StatusCodes.Status429TooManyRequests,
        [WebErrors.BodyUnreadable] = StatusCodes.Status400BadRequest,
        [WebErrors.IfMatchInvalid] = StatusCodes.Status400BadRequest,
        [WebErrors.IdempotencyKeyInvalid] = StatusCodes.Status400BadRequest,
        [WebErrors.SearchAmbiguous] = StatusCodes.Status400BadRequest,
        [WebErrors.LimitOutOfRange] = StatusCodes.Status400BadRequest,
        [WebErrors.PurposeTooLong] = StatusCodes.Status400BadRequest,
        [AccessErrors.PurposeMissing] = StatusCodes.Status400BadRequest,
        [StorageErrors.InvalidCursor] = StatusCodes.Status400BadRequest,
        [StorageErrors.OutcomeUnknown] = StatusCodes.Status503ServiceUnavailable,
        [StorageErrors.Unavailable] = StatusCodes.Status503ServiceUnavailable,
        [StorageErrors.DiskFull] = StatusCodes.Status507InsufficientStorage,
        [StorageErrors.NotUnique] = StatusCodes.Status409Conflict,
        [StorageErrors.LimitReached] = StatusCodes.Status409Conflict,
        [ResidentErrors.AlreadyOnFile] = StatusCodes.Status409Conflict,
        [ResidentErrors.NameDiffersFromFile] = StatusCodes.Status409Conflict,
        [ResidentErrors.StayExists] = StatusCodes.Status409Conflict,
        [ResidentErrors.FileIsMerged] = StatusCodes.Status409Conflict,
        [HousingErrors.RoomNumberTaken] = StatusCodes.Status409Conflict,
        [HousingErrors.RoomFull] = StatusCodes.Status409Conflict,
        [HousingErrors.BedTaken] = StatusCodes.Status409Conflict,
        [HousingErrors.AlreadyLivesHere] = StatusCodes.Status409Conflict,
        [ServiceErrors.CodeTaken] = StatusCodes.Status409Conflict,
        [QueueErrors.CentreUnknown] = StatusCodes.Status404NotFound,
        [QueueErrors.WindowUnknown] = StatusCodes.Status404NotFound,
        [QueueErrors.BookingOver] = StatusCodes.Status409Conflict,
        [QueueErrors.WindowBusy] = StatusCodes.Status409Conflict,
        [QueueErrors.NobodyWaits] = StatusCodes.Status409Conflict,
        [QueueErrors.StateForbids] = StatusCodes.Status409Conflict,
        [QueueErrors.OtherWindow] = StatusCodes.Status409Conflict,
        [QueueErrors.RecallsUsed] = StatusCodes.Status409Conflict,
        [QueueErrors.NoShowTooEarly] = StatusCodes.Status409Conflict,
        [QueueErrors.OtherDay] = StatusCodes.Status409Conflict,
        [QueueErrors.Busy] = StatusCodes.Status503ServiceUnavailable,
        [CaseErrors.NotInThisState] = StatusCodes.Status409Conflict,
        [CaseErrors.SupplementTwice] = StatusCodes.Status409Conflict,
        [CaseErrors.NotHandled] = StatusCodes.Status409Conflict,
        [CaseErrors.AlreadyRated] = StatusCodes.Status409Conflict,
        [CaseErrors.FollowUpNotInThisState] = StatusCodes.Status409Conflict,
        [CaseErrors.RatedYourself] = StatusCodes.Status403Forbidden,
        [PlateErrors.NotAPlate] = StatusCodes.Status404NotFound,
        [PlateErrors.Revoked] = StatusCodes.Status410Gone,
        [PlateErrors.HomeHasPlate] = StatusCodes.Status409Conflict,
        [InspectionErrors.AlreadyPlanned] = StatusCodes.Status409Conflict,
        [InspectionErrors.NotOpen] = StatusCodes.Status409Conflict,
        [InspectionErrors.NotInThisState] = StatusCodes.Status409Conflict,
        [InspectionErrors.TooManyPictures] = StatusCodes.Status409Conflict,
        [InspectionErrors.PictureTooLarge] = StatusCodes.Status413PayloadTooLarge,
        [InspectionErrors.NotAPicture] = StatusCodes.Status415UnsupportedMediaType,
        [PermitErrors.NotInThisState] = StatusCodes.Status409Conflict,
        [PermitErrors.AlreadyHolds] = StatusCodes.Status409Conflict,
        [PermitErrors.TooEarly] = StatusCodes.Status409Conflict,
        [PermitErrors.SupplementTwice] = StatusCodes.Status409Conflict,
        [PermitErrors.ExtendedAlready] = StatusCodes.Status409Conflict,
        [PermitErrors.AlreadyReported] = StatusCodes.Status409Conflict,
        [PermitErrors.NothingToReplace] = StatusCodes.Status409Conflict,
        [PermitErrors.HolderAway] = StatusCodes.Status409Conflict,
        [CaseErrors.NumbersBusy] = StatusCodes.Status503ServiceUnavailable,
        [GridErrors.CodeTaken] = StatusCodes.Status409Conflict,
        [GridErrors.AddressInOtherCell] = StatusCodes.Status409Conflict,
        [GridErrors.AccountTaken] = StatusCodes.Status409Conflict,
        [GridErrors.AssignedAlready] = StatusCodes.Status409Conflict,
        [GridErrors.TaskNotInThisState] = StatusCodes.Status409Conflict,
        [GridErrors.TaskOfAnother] = StatusCodes.Status409Conflict,
        [GridErrors.TaskOpenAlready] = StatusCodes.Status409Conflict,
        [GridErrors.NotAWorker] = StatusCodes.Status403Forbidden,
        [CollectionErrors.WrongTask] = StatusCodes.Status409Conflict,
        [CollectionErrors.FactContested] = StatusCodes.Status409Conflict,
        [ChecklistErrors.TemplateMissing] = StatusCodes.Status404NotFound,
    };

    /// <summary>422 unless the code says more.</summary>
    public static int Of(ErrorCode code) => s_statuses.GetValueOrDefault(code, StatusCodes.Status422UnprocessableEntity);
}
