using NewCitizen.Audit;
using NodaTime;

namespace NewCitizen.Storage;

/// <summary>Retention and care of a store. Every call is bounded, so that it can run beside the day's work.</summary>
public interface IStoreMaintenance
{
    /// <summary>Deletes records whose retention has ended, leaving tombstones, in one transaction with its audit entry. Returns their ids; none means done, and nothing was written.</summary>
    /// <param name="request">Which records.</param>
    /// <param name="audit">Makes the audit entry from the number deleted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken);

    /// <summary>Forgets change entries up to and with a position. Readers that are behind get NC3008, never a gap.</summary>
    ValueTask TrimChangesAsync(FeedPosition upTo, CancellationToken cancellationToken);

    /// <summary>Forgets request keys committed before a moment; returns how many.</summary>
    ValueTask<long> ForgetRequestKeysAsync(Instant before, CancellationToken cancellationToken);

    /// <summary>Checks the store against its own rules: indexes against records, versions, pages of the file.</summary>
    ValueTask<StoreCheck> CheckAsync(CancellationToken cancellationToken);
}
