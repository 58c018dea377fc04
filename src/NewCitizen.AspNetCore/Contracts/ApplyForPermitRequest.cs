namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Applies for a residence permit (申领居住证).</summary>
/// <param name="ResidentId">The applicant's file.</param>
/// <param name="Route"><c>job</c>, <c>home</c> or <c>study</c>.</param>
/// <param name="Papers">Codes of the papers handed in.</param>
/// <param name="HukouElsewhere">Whether the household is registered in another city; asked only where the file does not say.</param>
/// <param name="OtherPermitDivision">Division of a permit held elsewhere, six digits.</param>
/// <param name="ByAgent">Whether a guardian or close relative applies.</param>
/// <param name="HardlyMobile">Whether the applicant is old or disabled and can hardly come.</param>
public sealed record ApplyForPermitRequest(
    Guid ResidentId, string Route, IReadOnlyList<string>? Papers = null, bool? HukouElsewhere = null, string? OtherPermitDivision = null, bool ByAgent = false, bool HardlyMobile = false)
{
    /// <summary>The file's id.</summary>
    public override string ToString() => ResidentId.ToString();
}
