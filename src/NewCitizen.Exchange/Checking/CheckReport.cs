namespace NewCitizen.Exchange.Checking;

/// <summary>Counts of a check (检查结果).</summary>
/// <param name="Lines">Lines read, blank ones included.</param>
/// <param name="Accepted">Records without an error.</param>
/// <param name="Refused">Records, or lines that are none, with at least one error.</param>
/// <param name="Warnings">Warnings told.</param>
/// <param name="Bytes">Bytes read.</param>
public sealed record CheckReport(long Lines, long Accepted, long Refused, long Warnings, long Bytes)
{
    /// <summary>Lines that are not blank.</summary>
    public long Records => Accepted + Refused;
}
