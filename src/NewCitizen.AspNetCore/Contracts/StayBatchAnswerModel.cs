using NewCitizen.AspNetCore.Problems;
using NewCitizen.Collection;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Answer to one report of a batch.</summary>
/// <param name="Key">The key it came with; empty when it was no key.</param>
/// <param name="State"><c>accepted</c>, <c>replayed</c> or <c>refused</c>.</param>
/// <param name="Reported">The receipt; absent when refused.</param>
/// <param name="Issues">Errors and warnings, with pointers into the report.</param>
public sealed record StayBatchAnswerModel(string Key, string State, ReportedModel? Reported, IReadOnlyList<IssueModel> Issues)
{
    internal static StayBatchAnswerModel Of(BatchAnswer answer) => new(
        answer.Key,
        WireName.Of(answer.State),
        answer.Reported is { } reported ? ReportedModel.Of(reported, []) : null,
        [.. answer.Issues.Select(IssueModel.Of)]);
}
