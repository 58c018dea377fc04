namespace NewCitizen.AspNetCore.Problems;

/// <summary>A refusal over HTTP (RFC 9457 <c>application/problem+json</c>). Holds no personal value.</summary>
/// <param name="Type">Stable URN of the code, such as <c>urn:newcitizen:error:NC3000</c>.</param>
/// <param name="Title">English text of the first error.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Code of the first error.</param>
/// <param name="Issues">Everything that is wrong, and warnings.</param>
/// <param name="TraceId">Finds the request in the host's logs.</param>
public sealed record ProblemModel(string Type, string Title, int Status, string Code, IReadOnlyList<IssueModel> Issues, string? TraceId);
