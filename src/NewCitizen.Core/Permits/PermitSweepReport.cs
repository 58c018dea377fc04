namespace NewCitizen.Permits;

/// <summary>What a sweep did (到期处理结果).</summary>
/// <param name="Reminded">Reminders sent out.</param>
/// <param name="Suspended">Suspensions written down.</param>
public sealed record PermitSweepReport(int Reminded, int Suspended);
