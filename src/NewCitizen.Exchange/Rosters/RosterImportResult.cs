using NewCitizen.Errors;

namespace NewCitizen.Exchange.Rosters;

/// <summary>What an import did (导入结果).</summary>
/// <param name="Counts">What became of the rows.</param>
/// <param name="Issues">Errors and warnings reported, the fault included.</param>
/// <param name="Fault">
/// What ended the import before its end: a fault of the file (NC40xx), its heading (NC4050–4054) or the store (NC30xx, NC31xx). Null when
/// every row was settled. Rows counted are stored; running the import again, with the fault mended, does the rest.
/// </param>
/// <param name="Sha256">Digest of the file in small hex digits; null if it could not be opened.</param>
public sealed record RosterImportResult(RosterCounts Counts, long Issues, Issue? Fault, string? Sha256)
{
    /// <summary>Whether every row was settled and none refused.</summary>
    public bool IsClean => Fault is null && Counts.Refused == 0;
}
