using NewCitizen.Grid;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A grid worker (网格员), masked.</summary>
/// <param name="Id">Identifies the worker.</param>
/// <param name="Revision">State of the record.</param>
/// <param name="Account">Account.</param>
/// <param name="MaskedName">Name, masked.</param>
/// <param name="MaskedPhone">Phone, masked.</param>
/// <param name="DutyDays">Days of the week on duty, 1 is Monday; empty means working days.</param>
/// <param name="Until">First day no longer in service.</param>
public sealed record GridWorkerModel(Guid Id, string Revision, string Account, string MaskedName, string? MaskedPhone, IReadOnlyList<int> DutyDays, DateOnly? Until)
{
    /// <summary>The account.</summary>
    public override string ToString() => Account;

    internal static GridWorkerModel Of(GridWorker worker) => new(
        worker.Id.Value,
        worker.Revision.ToString(),
        worker.Account,
        worker.Name.ToString(),
        worker.Phone?.ToString(),
        [.. worker.DutyDays.Select(day => (int)day)],
        worker.Until?.ToDateOnly());
}
