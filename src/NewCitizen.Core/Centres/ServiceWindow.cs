using NewCitizen.Services;

namespace NewCitizen.Centres;

/// <summary>A window of a hall (窗口).</summary>
/// <param name="Code">Label on the window, unique in its centre: 1 to 10 of <c>A–Z</c>, <c>0–9</c> and <c>-</c>, such as <c>A01</c>.</param>
/// <param name="Name">What it is for, such as 居住证; 1 to 60 characters.</param>
/// <param name="Items">Service items it handles; empty for none.</param>
/// <param name="Shifts">When it is staffed; null for all the hours of its centre.</param>
/// <param name="IsPriorityLane">Whether it calls elderly and disabled people first (绿色通道).</param>
public sealed record ServiceWindow(string Code, string Name, IReadOnlyList<ServiceItemId> Items, WeeklyHours? Shifts, bool IsPriorityLane);
