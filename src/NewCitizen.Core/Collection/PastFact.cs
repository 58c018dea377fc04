using NodaTime;

namespace NewCitizen.Collection;

/// <summary>A value that no longer holds: corrected by who stated it, or not chosen (历史事实). Nothing is overwritten without a trace.</summary>
/// <param name="Fact">The fact as it was.</param>
/// <param name="EndedOn">Day it gave way.</param>
/// <param name="Task">The decision it gave way to; null for a correction.</param>
public sealed record PastFact(OccupancyFact Fact, LocalDate EndedOn, Grid.GridTaskId? Task)
{
    /// <summary>The name only.</summary>
    public override string ToString() => Fact.Name;
}
