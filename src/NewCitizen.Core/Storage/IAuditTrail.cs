using NewCitizen.Agencies;
using NewCitizen.Audit;

namespace NewCitizen.Storage;

/// <summary>The audit entries a store holds, in the order of their commits; never skips one (审计). They cannot be changed through any contract.</summary>
public interface IAuditTrail
{
    /// <summary>Reads on after a position.</summary>
    /// <param name="agency">One agency, or null for all (the sequencer, the verifier).</param>
    /// <param name="after">The last position handled.</param>
    /// <param name="limit">1 to 10,000 entries.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken);
}
