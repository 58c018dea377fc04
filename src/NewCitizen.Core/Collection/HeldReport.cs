using NewCitizen.Grid;

namespace NewCitizen.Collection;

/// <summary>A held report with the names that differ (待复核申报), read with a purpose.</summary>
/// <param name="Task">The task in which it is decided.</param>
/// <param name="Report">The report.</param>
/// <param name="StatedName">The name it states. Personal.</param>
/// <param name="NamesOnFile">Names of the file that has the number. Personal.</param>
public sealed record HeldReport(GridTask Task, StayReport Report, string StatedName, IReadOnlyList<string> NamesOnFile)
{
    /// <summary>The report's id.</summary>
    public override string ToString() => Report.ToString();
}
