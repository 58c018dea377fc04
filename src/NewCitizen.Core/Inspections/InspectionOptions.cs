using NewCitizen.Inspections.Rules;

namespace NewCitizen.Inspections;

/// <summary>What a city or office decides about inspections (检查设置). Nothing has a default but limits of sizes: what is not set answers NotConfigured.</summary>
public sealed class InspectionOptions
{
    /// <summary>Numbers of the grades; see <see cref="GradePolicy.Read"/>.</summary>
    public IList<GradePolicy> GradePolicies { get; } = [];

    /// <summary>Checklists; see <see cref="InspectionTemplate.Read"/>.</summary>
    public IList<InspectionTemplate> Templates { get; } = [];

    /// <summary>Days from one inspection to the next, by grade, 1 to 3,660.</summary>
    public IDictionary<RiskGrade, int> IntervalDays { get; } = new Dictionary<RiskGrade, int>();

    /// <summary>Working days to put a hazard right, by severity, 0 to 365.</summary>
    public IDictionary<HazardSeverity, int> CorrectionWorkdays { get; } = new Dictionary<HazardSeverity, int>();

    /// <summary>Working days after the last day at which an overdue hazard goes to the next level, rising, such as 0, 3, 5.</summary>
    public IList<int> EscalationWorkdays { get; } = [];

    /// <summary>Largest photo that is taken in, in KiB, 1 to 8,192. Photos lie encrypted among the records, so this keeps the store small.</summary>
    public int MaxPhotoKiB { get; set; } = 2048;

    /// <summary>Most photos of an inspection, 1 to 100.</summary>
    public int MaxPhotos { get; set; } = 10;
}
