using NewCitizen.Housing;
using NewCitizen.Privacy;

namespace NewCitizen.Inspections;

/// <summary>Command: report a hazard that was found outside of an inspection (上报隐患).</summary>
/// <param name="Home">The home.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Description">What is wrong, 1 to 200 characters.</param>
public sealed record ReportHazard(RentalPropertyId Home, HazardSeverity Severity, [property: PersonalData(PersonalDataLevel.Ordinary)] string Description)
{
    /// <summary>The severity only.</summary>
    public override string ToString() => $"{nameof(ReportHazard)} {Severity}";
}
