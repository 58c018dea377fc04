using NewCitizen.Calendars;

namespace NewCitizen.Grid;

/// <summary>What a city sets for its grid (网格设置). Nothing has a default.</summary>
public sealed class GridOptions
{
    /// <summary>How long tasks may take, by kind (任务时限); a kind that is not set has no last day and is never overdue.</summary>
    public Dictionary<GridTaskKind, ITimeLimit> Within { get; } = [];
}
