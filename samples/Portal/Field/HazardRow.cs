using NewCitizen.Inspections;

namespace Portal.Field;

/// <summary>One hazard on the board.</summary>
public sealed record HazardRow(HazardLine Line, string Address);
