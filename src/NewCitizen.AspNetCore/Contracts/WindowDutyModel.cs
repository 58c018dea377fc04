using NewCitizen.Queues;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What a window does today (窗口当日状态).</summary>
/// <param name="Window">Label.</param>
/// <param name="IsStaffed">Whether somebody is there.</param>
/// <param name="TicketId">The ticket called or served; absent while free.</param>
/// <param name="Number">Its number; absent while free.</param>
public sealed record WindowDutyModel(string Window, bool IsStaffed, Guid? TicketId, string? Number)
{
    internal static WindowDutyModel Of(WindowDuty duty) => new(duty.Window, duty.IsStaffed, duty.Ticket?.Value, duty.Number);
}
