using NewCitizen.Privacy;
using NodaTime;

namespace NewCitizen.Grid;

/// <summary>Command: put a grid worker on file (登记网格员).</summary>
/// <param name="Account">Account the worker signs in with.</param>
/// <param name="Name">Name.</param>
/// <param name="Phone">Number residents may call; null for none.</param>
/// <param name="DutyDays">Days of the week on duty; empty means the working days of the calendar.</param>
public sealed record AddGridWorker(
    string Account,
    [property: PersonalData(PersonalDataLevel.Ordinary)] string Name,
    [property: PersonalData(PersonalDataLevel.Ordinary)] string? Phone,
    IReadOnlyList<IsoDayOfWeek> DutyDays)
{
    /// <summary>The account.</summary>
    public override string ToString() => Account;
}
