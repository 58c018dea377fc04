using NewCitizen.Storage;

namespace NewCitizen.Audit;

/// <summary>What a verification of the audit log found (审计核验).</summary>
/// <param name="Entries">Entries read; the content of each was compared with its hash.</param>
/// <param name="Checkpoints">Checkpoints read.</param>
/// <param name="SignedEntries">Entries the last trusted checkpoint signs.</param>
/// <param name="SignedUpTo">Its position.</param>
/// <param name="UnsignedTail">Entries after it: the open window, in which a change together with its hash leaves no trace.</param>
/// <param name="Last">The last trusted checkpoint, to be kept outside the store.</param>
/// <param name="Problems">What is wrong, in the order it was found; at most <see cref="AuditVerifier.MaxProblems"/>.</param>
/// <param name="ProblemCount">How many there are in all.</param>
public sealed record AuditVerification(
    long Entries,
    long Checkpoints,
    long SignedEntries,
    FeedPosition SignedUpTo,
    long UnsignedTail,
    AuditAnchor? Last,
    IReadOnlyList<AuditProblem> Problems,
    long ProblemCount)
{
    /// <summary>Whether nothing was found.</summary>
    public bool IsIntact => ProblemCount == 0;
}
