using NewCitizen.Audit;

namespace NewCitizen.Storage;

/// <summary>
/// Moves many records at once: copies between stores, restores, first fillings (批量装载). Versions, tombstones and audit entries are kept as
/// given, so a copy continues the life of what was copied.
/// </summary>
public interface IBulkLoader
{
    /// <summary>
    /// Loads records in chunks; each chunk with its change entries and one audit entry is one transaction. After a stop, loading the
    /// same records again goes on where it ended. A chunk of which nothing was written leaves no audit entry.
    /// </summary>
    /// <remarks>
    /// <para>A tombstone (<see cref="StoredRecord.IsTombstone"/>) is loaded like a record. Where nothing or a lower version is, it becomes what is
    /// there: fields, body and index entries of a living record are gone, its unique values are free, and the change feed tells
    /// <see cref="ChangeType.Deleted"/> with the tombstone's version. It counts among the records loaded.</para>
    /// <para>Refused as <see cref="CommitStatus.Conflict"/>, in both modes: a record or tombstone whose version is not higher than that of what
    /// is there, living or tombstone. In <see cref="BulkMode.InsertOnly"/> also one of any version where a living record is.</para>
    /// </remarks>
    /// <param name="records">The records; any agencies and kinds.</param>
    /// <param name="mode">What to do with a record that is there already.</param>
    /// <param name="audit">
    /// Makes the audit entry of a chunk from what was written in it, tombstones included. Null for none: only for a copy, whose own trail
    /// comes with <see cref="LoadAuditAsync"/>.
    /// </param>
    /// <param name="cancellationToken">Stops between chunks.</param>
    ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records,
        BulkMode mode,
        Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit,
        CancellationToken cancellationToken);

    /// <summary>
    /// Appends the audit trail of another store word for word: position, content and hash of each entry are stored as given, also where the
    /// hash does not fit the content (what was altered must stay visible) or has another length. Signed checkpoints, which are records,
    /// and anchors kept outside then hold for the copy too. Leaves no change entries and no audit entry of its own.
    /// </summary>
    /// <remarks>
    /// <para>For each entry, in the order given: if its position lies after the last entry of the trail, it is appended. Otherwise, if
    /// the trail holds an entry at exactly this position with the same hash, it is skipped, so that a stopped copy goes on. Otherwise it is refused with NC3014.
    /// A position with a negative number, or <see cref="FeedPosition.Start"/>, is refused as well.</para>
    /// <para>Entries are appended in transactions of a bounded number (at most 10,000 entries); a refusal or a stop leaves whole
    /// transactions only, and of the transaction that meets the refusal nothing.</para>
    /// <para>An entry committed afterwards, by whatever call, gets a position after the last one, whatever the epochs of the copied ones are:
    /// such as (E, S + 1) after a last entry at (E, S), or a higher epoch.</para>
    /// <para>Nobody else may write to the store meanwhile; a store need not check that.</para>
    /// </remarks>
    /// <param name="entries">Entries of any agencies, in the order of <see cref="IAuditTrail"/>.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    /// <returns>How many entries were appended, without those skipped.</returns>
    /// <exception cref="NewCitizen.Errors.NewCitizenException">NC3014: the trail holds something else; the argument is the position.</exception>
    ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken);

    /// <summary>
    /// Reads everything of one kind, of all agencies, with tombstones: what a copy must hold. Ordered by agency (ordinal), then by id
    /// (big-endian bytes), living records and tombstones mixed. A record that did not change meanwhile is neither repeated nor left out.
    /// </summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="after">Where the page before ended: reads what comes after this agency and id, whether a record is there or not. Null for the beginning. Its kind does not matter.</param>
    /// <param name="limit">1 to 10,000 records. A store may return fewer where bodies are long, but at least one as long as there is one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page; empty only at the end.</returns>
    ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken);
}
