using NewCitizen.Calendars;
using NewCitizen.Collection;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A conflict with all its values side by side (信息冲突).</summary>
/// <param name="Task">The task in which it is decided.</param>
/// <param name="StayId">The stay.</param>
/// <param name="Fact">Which fact.</param>
/// <param name="Values">The values; answer with the position of one, from 0.</param>
public sealed record ConflictModel(GridTaskModel Task, Guid StayId, string Fact, IReadOnlyList<ConflictValueModel> Values)
{
    /// <summary>The fact.</summary>
    public override string ToString() => Fact;

    internal static ConflictModel Of(StayConflict conflict, WorkCalendar calendar) => new(
        GridTaskModel.Of(conflict.Task, calendar), conflict.Stay.Id.Value, conflict.FactName, [.. conflict.Values.Select(ConflictValueModel.Of)]);
}
