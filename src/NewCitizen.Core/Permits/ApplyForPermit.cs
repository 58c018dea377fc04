using NewCitizen.Residents;

namespace NewCitizen.Permits;

/// <summary>Applies for a residence permit (申领居住证).</summary>
/// <param name="Resident">The applicant's file.</param>
/// <param name="Circumstances">What the applicant states.</param>
/// <param name="Papers">Codes of the papers handed in, see <see cref="PermitPapers"/>.</param>
/// <param name="ByAgent">Whether a guardian or close relative applies.</param>
/// <param name="HardlyMobile">Whether the applicant is old or disabled and can hardly come.</param>
public sealed record ApplyForPermit(ResidentId Resident, PermitCircumstances Circumstances, IReadOnlyList<string> Papers, bool ByAgent = false, bool HardlyMobile = false)
{
    /// <summary>The file's id.</summary>
    public override string ToString() => Resident.ToString();
}
