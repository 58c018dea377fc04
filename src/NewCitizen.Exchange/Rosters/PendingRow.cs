using NewCitizen.Errors;
using NewCitizen.Residents;

namespace NewCitizen.Exchange.Rosters;

/// <summary>A row on its way: what is known about it, and the call that stores it; no call for a row that is refused already.</summary>
/// <param name="Row">The row.</param>
/// <param name="Key">Its document number in a form by which repetitions meet; null without a call.</param>
/// <param name="Issues">What its reading found.</param>
/// <param name="Call">The call.</param>
internal sealed record PendingRow(RosterRow Row, string? Key, IReadOnlyList<Issue> Issues, Task<Outcome<Registered>>? Call)
{
    public override string ToString() => Row.ToString();
}
