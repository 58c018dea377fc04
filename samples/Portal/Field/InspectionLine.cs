using NewCitizen.Inspections;

namespace Portal.Field;

/// <summary>One inspection in the list.</summary>
public sealed record InspectionLine(Inspection Inspection, string Address);
