using NewCitizen.Grid;
using NewCitizen.Residents;

namespace NewCitizen.Collection;

/// <summary>Answer to a report (申报回执).</summary>
/// <param name="Report">The report.</param>
/// <param name="State">What became of it.</param>
/// <param name="Resident">The person's file.</param>
/// <param name="Stay">The stay; null while the report is held.</param>
/// <param name="Tasks">Tasks it gave rise to: conflicts, reviews.</param>
/// <param name="IsReplay">Whether it had been made before with the same key: nothing was written now.</param>
public sealed record Reported(StayReportId Report, StayReportState State, ResidentId Resident, StayFileId? Stay, IReadOnlyList<GridTaskId> Tasks, bool IsReplay)
{
    /// <summary>Number people see (回执号).</summary>
    public string Receipt => StayReceipt.Of(Report);
}
