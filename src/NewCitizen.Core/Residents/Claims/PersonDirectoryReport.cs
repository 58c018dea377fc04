namespace NewCitizen.Residents.Claims;

/// <summary>Figures of one run of the reconciler.</summary>
/// <param name="Looked">Claims or files looked at.</param>
/// <param name="Confirmed">Claims whose file was there and that are confirmed now.</param>
/// <param name="Freed">Claims without a file that are gone now.</param>
/// <param name="Reserved">Claims of files handed over that are kept for the other agency now.</param>
/// <param name="Claimed">Files that had no claim and have one now.</param>
/// <param name="Duplicates">Files whose person another agency keeps too.</param>
/// <param name="FencesForgotten">Old notes removed.</param>
/// <param name="Findings">The first 1,000 of what was met.</param>
public sealed record PersonDirectoryReport(
    long Looked, long Confirmed, long Freed, long Reserved, long Claimed, long Duplicates, long FencesForgotten, IReadOnlyList<DirectoryFinding> Findings);
