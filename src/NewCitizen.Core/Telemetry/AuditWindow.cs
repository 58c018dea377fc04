using NodaTime;

namespace NewCitizen.Telemetry;

/// <summary>Audit entries that no checkpoint signs yet (未签名窗口).</summary>
/// <param name="Entries">How many; counted to <see cref="StoreMonitor.MaxCounted"/>.</param>
/// <param name="Age">Age of the oldest, by the clock of whoever wrote it; zero when there is none.</param>
public sealed record AuditWindow(int Entries, Duration Age);
