namespace NewCitizen.Permits;

/// <summary>What an applicant states beside the register (申领人自述情况).</summary>
/// <param name="Route">Which of the three conditions it rests on.</param>
/// <param name="HukouElsewhere">Whether the household is registered in another city; asked only where the file does not say.</param>
/// <param name="OtherPermitDivision">Division of a residence permit held elsewhere, six digits, such as 110000; null for none.</param>
public sealed record PermitCircumstances(PermitRoute Route, bool? HukouElsewhere = null, string? OtherPermitDivision = null);
