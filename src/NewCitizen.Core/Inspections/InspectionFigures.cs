namespace NewCitizen.Inspections;

/// <summary>Figures of a station over a period (站点统计); no person and no home in them.</summary>
/// <param name="Inspections">Inspections done in the period.</param>
/// <param name="HazardsFound">Hazards found in the period.</param>
/// <param name="MajorHazardsFound">Major ones among them.</param>
/// <param name="HazardsClosed">Hazards closed in the period.</param>
/// <param name="MeanDaysToClose">Mean calendar days from finding to closing of those closed; null if there are none.</param>
/// <param name="OpenNow">Hazards open now.</param>
/// <param name="OverdueNow">Hazards overdue now.</param>
/// <param name="OverdueUnknown">Open hazards of which that cannot be said because a year is not announced.</param>
/// <param name="EscalatedNow">Open hazards that were escalated.</param>
public sealed record InspectionFigures(
    int Inspections, int HazardsFound, int MajorHazardsFound, int HazardsClosed, double? MeanDaysToClose, int OpenNow, int OverdueNow, int OverdueUnknown, int EscalatedNow);
