using NewCitizen.Centres;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A window (窗口).</summary>
/// <param name="Code">Label.</param>
/// <param name="Name">What it is for.</param>
/// <param name="ItemIds">Items it handles.</param>
/// <param name="IsPriorityLane">Whether it calls elderly and disabled people first.</param>
public sealed record WindowModel(string Code, string Name, IReadOnlyList<Guid> ItemIds, bool IsPriorityLane)
{
    internal static WindowModel Of(ServiceWindow window) => new(window.Code, window.Name, [.. window.Items.Select(item => item.Value)], window.IsPriorityLane);
}
