using NewCitizen.Agencies;

namespace NewCitizen.Storage;

/// <summary>
/// Everything that was committed, in order (变更流). Never skips a committed change: an entry appears only when no earlier
/// one can still appear. Order is promised inside an agency; delivery is at least once, by re-reading from a position.
/// </summary>
public interface IChangeFeed
{
    /// <summary>Reads on after a position.</summary>
    /// <param name="agency">One agency, or null for all (relays, audits).</param>
    /// <param name="after">The last position handled.</param>
    /// <param name="limit">1 to 10,000 entries.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NewCitizen.Errors.NewCitizenException">NC3008: entries after this position were trimmed; start over from a full copy.</exception>
    ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken);
}
