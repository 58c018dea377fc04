namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Puts a grid worker on file (登记网格员).</summary>
/// <param name="Account">Account the worker signs in with.</param>
/// <param name="Name">Name.</param>
/// <param name="Phone">Number residents may call.</param>
/// <param name="DutyDays">Days of the week on duty, 1 is Monday; absent means working days.</param>
public sealed record AddGridWorkerRequest(string Account, string Name, string? Phone = null, IReadOnlyList<int>? DutyDays = null)
{
    /// <summary>The account.</summary>
    public override string ToString() => Account;
}
