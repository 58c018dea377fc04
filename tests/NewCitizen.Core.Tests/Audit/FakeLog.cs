using NewCitizen.Audit;
using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Audit;

/// <summary>A trail and a store of checkpoints whose insides a test can tamper with.</summary>
public sealed class FakeLog : IRecordStore, IAuditTrail
{
    public List<StoredAuditEntry> Entries { get; } = [];

    public SortedDictionary<long, StoredRecord> Checkpoints { get; } = [];

    /// <summary>Runs once, right before the next commit: another process that is faster.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    public bool RefuseAll { get; set; }

    public bool AnswerUnknown { get; set; }

    public StoreCapabilities Capabilities => throw new NotSupportedException();

    public void Append(AuditEntry entry) =>
        Entries.Add(new StoredAuditEntry(new FeedPosition(0, (Entries.Count == 0 ? 0 : Entries[^1].Position.Sequence) + 3), entry, AuditHash.Compute(entry)));

    public ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        // Shorter pages than asked for are allowed.
        var page = Entries.SkipWhile(entry => entry.Position <= after).Take(Math.Min(limit, 100)).ToList();
        return ValueTask.FromResult(new FeedPage<StoredAuditEntry>(page, page.Count == 0 ? after : page[^1].Position));
    }

    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        Assert.Equal("number", query.OrderBy);
        var ordered = query.Descending ? Checkpoints.Values.Reverse() : Checkpoints.Values;
        var rest = ordered.Where(r => query.After is not { } after || r["number"].AsInteger() > after.OrderValue.AsInteger()).ToList();
        var limit = query.Descending ? query.Limit : Math.Min(query.Limit, 2);
        var page = rest.Take(limit).ToList();
        return ValueTask.FromResult(new RecordPage(page, rest.Count > limit ? new QueryCursor(page[^1]["number"], page[^1].Key.Id) : null));
    }

    public async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        if (BeforeCommit is { } before)
        {
            BeforeCommit = null;
            await before();
        }

        var put = Assert.IsType<PutOperation>(Assert.Single(batch.Operations));
        Assert.Equal(ExpectedVersion.Missing, put.Expected);
        Assert.Empty(batch.Audit);
        if (RefuseAll || Checkpoints.Values.Any(record => record.Key == put.Key))
        {
            return CommitResult.Conflict(0, 1);
        }

        Checkpoints.Add(put.Fields[0].AsInteger(), new StoredRecord(put.Key, 1, put.Fields, put.Body));
        return AnswerUnknown ? CommitResult.Unknown() : CommitResult.Committed([1], [0], FeedPosition.Start);
    }

    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
