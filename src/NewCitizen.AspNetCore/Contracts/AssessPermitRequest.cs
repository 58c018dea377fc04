namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Asks whether somebody can apply for a residence permit (申领资格核查).</summary>
/// <param name="ResidentId">The person's file.</param>
/// <param name="Route"><c>job</c>, <c>home</c> or <c>study</c>.</param>
/// <param name="HukouElsewhere">Whether the household is registered in another city; asked only where the file does not say.</param>
/// <param name="OtherPermitDivision">Division of a permit held elsewhere, six digits.</param>
public sealed record AssessPermitRequest(Guid ResidentId, string Route, bool? HukouElsewhere = null, string? OtherPermitDivision = null);
