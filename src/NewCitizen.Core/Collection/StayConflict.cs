using NewCitizen.Grid;

namespace NewCitizen.Collection;

/// <summary>A conflict with all its values side by side (信息冲突), read with a purpose.</summary>
/// <param name="Task">The task in which it is decided.</param>
/// <param name="Stay">The stay, values masked.</param>
/// <param name="FactName">Which fact.</param>
/// <param name="Values">The values, the one that stood first at the head.</param>
public sealed record StayConflict(GridTask Task, StayFile Stay, string FactName, IReadOnlyList<ConflictValue> Values)
{
    /// <summary>The fact's name.</summary>
    public override string ToString() => FactName;
}
