using NewCitizen.AspNetCore.Problems;
using NewCitizen.Collection;
using NewCitizen.Errors;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What became of a report (申报回执).</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Receipt">Number people see.</param>
/// <param name="State"><c>accepted</c>, <c>held</c> or <c>rejected</c>.</param>
/// <param name="ResidentId">The person's file.</param>
/// <param name="StayId">The stay; absent while the report is held.</param>
/// <param name="Tasks">Conflicts and reviews it gave rise to.</param>
/// <param name="IsReplay">Whether it had been made before with the same key.</param>
/// <param name="Warnings">What deserves a look.</param>
public sealed record ReportedModel(Guid ReportId, string Receipt, string State, Guid ResidentId, Guid? StayId, IReadOnlyList<Guid> Tasks, bool IsReplay, IReadOnlyList<IssueModel> Warnings)
{
    internal static ReportedModel Of(Reported reported, IReadOnlyList<Issue> issues) => new(
        reported.Report.Value,
        reported.Receipt,
        WireName.Of(reported.State),
        reported.Resident.Value,
        reported.Stay?.Value,
        [.. reported.Tasks.Select(task => task.Value)],
        reported.IsReplay,
        [.. issues.Select(IssueModel.Of)]);
}
