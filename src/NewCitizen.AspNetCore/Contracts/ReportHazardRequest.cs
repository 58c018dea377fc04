namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Reports a hazard (上报隐患).</summary>
/// <param name="HomeId">The home.</param>
/// <param name="Severity"><c>ordinary</c> or <c>major</c>.</param>
/// <param name="Description">What is wrong, 1 to 200 characters.</param>
public sealed record ReportHazardRequest(Guid HomeId, string Severity, string Description)
{
    /// <summary>The severity only.</summary>
    public override string ToString() => Severity;
}
