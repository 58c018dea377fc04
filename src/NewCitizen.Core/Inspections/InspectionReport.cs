namespace NewCitizen.Inspections;

/// <summary>An inspection that was done, with the hazards it found (检查结果).</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Hazards">One hazard a failed item; empty when the answer was given before.</param>
public sealed record InspectionReport(Inspection Inspection, IReadOnlyList<Hazard> Hazards);
