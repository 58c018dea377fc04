namespace NewCitizen.AspNetCore.Contracts;

/// <summary>One report of a batch.</summary>
/// <param name="Key">Chosen where it was written, unique there: 1 to 64 printable ASCII characters without spaces.</param>
/// <param name="Report">The report.</param>
public sealed record StayBatchItemRequest(string Key, StayReportRequest Report)
{
    /// <summary>The key.</summary>
    public override string ToString() => Key;
}
