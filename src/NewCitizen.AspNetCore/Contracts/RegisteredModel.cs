using NewCitizen.AspNetCore.Problems;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Answer to a registration (登记结果).</summary>
/// <param name="Id">The person's file.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="Effect"><c>created</c>, <c>stayAdded</c> or <c>nothingNew</c>.</param>
/// <param name="Warnings">What is worth a look.</param>
public sealed record RegisteredModel(Guid Id, string Revision, string Effect, IReadOnlyList<IssueModel> Warnings);
