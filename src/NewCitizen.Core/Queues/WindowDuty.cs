using NewCitizen.Centres;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>What a window does on a day (窗口当日状态): one ticket at a time.</summary>
/// <param name="Centre">Where.</param>
/// <param name="Day">Day in Asia/Shanghai.</param>
/// <param name="Window">Label of the window.</param>
/// <param name="Revision">State that was read; default for a window that has not worked that day.</param>
/// <param name="IsStaffed">Whether somebody is there: since it was signed on or called, until signed off.</param>
/// <param name="Ticket">The ticket called or served; null while free.</param>
/// <param name="Number">Its number; null while free.</param>
public sealed record WindowDuty(ServiceCentreId Centre, LocalDate Day, string Window, Revision Revision, bool IsStaffed, QueueTicketId? Ticket, string? Number);
