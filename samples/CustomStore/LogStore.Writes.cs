using NewCitizen.Audit;
using NewCitizen.Storage;
using NodaTime;

namespace CustomStore;

public sealed partial class LogStore
{
    private const int ChunkSize = 500;

    public ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Operations.Count > Capabilities.MaxBatchOperations || batch.Operations.Any(operation => operation is PutOperation put && put.Body.Length > Capabilities.MaxBodyBytes))
        {
            throw new ArgumentException("The batch is larger than this store allows.", nameof(batch));
        }

        return Locked(() => Decide(batch), cancellationToken);
    }

    public async ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken)
    {
        var loaded = 0L;
        var refused = new List<BulkRefusal>();
        await foreach (var chunk in records.Chunk(ChunkSize).WithCancellation(cancellationToken))
        {
            loaded += await Locked(() => Load(chunk, mode, audit, refused), cancellationToken);
        }

        return new BulkResult(loaded, refused);
    }

    public ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken)
    {
        if (request.Before.IsNull)
        {
            throw new ArgumentException("Say before what the retention ended.", nameof(request));
        }

        // The query knows which fields and limits are allowed.
        var ended = new RecordQuery(
            request.Agency, request.Kind, [FieldFilter.Range(request.Field, FieldValue.Null, request.Before)], request.Field, limit: request.Limit);
        return Locked<IReadOnlyList<Guid>>(
            () =>
            {
                var records = Answer(ended).Records;
                if (records.Count > 0)
                {
                    var draft = new Draft(_state);
                    foreach (var record in records)
                    {
                        draft.Delete(record.Key, record.Version + 1);
                    }

                    Commit(new LogLine { At = Now, Records = draft.Lines, Audit = [Line(audit(records.Count))] });
                }

                return [.. records.Select(record => record.Key.Id)];
            },
            cancellationToken);
    }

    public async ValueTask TrimChangesAsync(FeedPosition upTo, CancellationToken cancellationToken) => await Locked(
        () =>
        {
            var mark = upTo < _state.End ? upTo : _state.End;
            return mark > _state.Trimmed ? Commit(new LogLine { At = Now, TrimTo = mark.Sequence }) : mark;
        },
        cancellationToken);

    public ValueTask<long> ForgetRequestKeysAsync(Instant before, CancellationToken cancellationToken) => Locked(
        () =>
        {
            var count = _state.CountRequests(before.ToUnixTimeMilliseconds());
            if (count > 0)
            {
                Commit(new LogLine { At = Now, ForgetBefore = before.ToUnixTimeMilliseconds() });
            }

            return count;
        },
        cancellationToken);

    public ValueTask<StoreCheck> CheckAsync(CancellationToken cancellationToken) => Locked(_state.Check, cancellationToken);

    private CommitResult Decide(WriteBatch batch)
    {
        if (batch.RequestKey is { } key && _state.FindRequest(batch.Agency, key.Value) is { } earlier)
        {
            return key.Digest.Span.SequenceEqual(earlier.Digest)
                ? CommitResult.Replayed(earlier.Answer.Versions, earlier.Answer.Values, earlier.Answer.Position)
                : CommitResult.KeyReused();
        }

        var draft = new Draft(_state);
        var versions = new long[batch.Operations.Count];
        var values = new long[batch.Operations.Count];
        for (var i = 0; i < versions.Length; i++)
        {
            if (Decide(draft, i, batch.Operations[i], versions, values) is { } refusal)
            {
                return refusal;
            }
        }

        var position = Commit(new LogLine
        {
            At = Now,
            Records = draft.Lines,
            Events = [.. batch.Events.Select(e => new EventLine(batch.Agency.Value, e.Subject.Kind.Name, e.Subject.Id, e.Type, e.Payload.ToArray()))],
            Audit = [.. batch.Audit.Select(Line)],
            Request = batch.RequestKey is { } request ? new RequestLine(batch.Agency.Value, request.Value, request.Digest.ToArray(), versions, values) : null,
        });
        return CommitResult.Committed(versions, values, position);
    }

    private static CommitResult? Decide(Draft draft, int i, WriteOperation operation, long[] versions, long[] values)
    {
        var (version, living) = draft.Find(operation.Key);
        if (!operation.Expected.Accepts(living?.Version))
        {
            return CommitResult.Conflict(i, living?.Version);
        }

        versions[i] = version + 1;
        switch (operation)
        {
            case PutOperation put:
                return Put(new StoredRecord(put.Key, version + 1, put.Fields, put.Body));

            case IncrementOperation increment:
                var place = increment.Key.Kind.PositionOf(increment.Field);
                var fields = living!.Fields.ToArray();
                var sum = (Int128)(fields[place].IsNull ? 0 : fields[place].AsInteger()) + increment.Delta;
                if (sum < increment.Minimum || sum > increment.Maximum)
                {
                    return CommitResult.LimitReached(i);
                }

                values[i] = (long)sum;
                fields[place] = FieldValue.Integer(values[i]);
                return Put(living with { Version = version + 1, Fields = fields });

            case DeleteOperation when living is not null:
                draft.Delete(operation.Key, version + 1);
                return null;

            case DeleteOperation:
                versions[i] = version;
                return operation.Expected == ExpectedVersion.Any ? null : CommitResult.Conflict(i, null);

            default:
                versions[i] = living?.Version ?? 0;
                return null;
        }

        CommitResult? Put(StoredRecord record) => draft.Put(record) is { } taken ? CommitResult.NotUnique(i, taken.Field, taken.Holder) : null;
    }

    private int Load(StoredRecord[] chunk, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, List<BulkRefusal> refused)
    {
        var draft = new Draft(_state);
        var written = new List<StoredRecord>();
        foreach (var record in chunk)
        {
            var (version, living) = draft.Find(record.Key);
            if (record.Version <= version || (living is not null && mode == BulkMode.InsertOnly))
            {
                refused.Add(new BulkRefusal(record.Key, CommitStatus.Conflict, Field: null));
            }
            else if (record.IsTombstone)
            {
                draft.Delete(record.Key, record.Version);
                written.Add(record);
            }
            else if (draft.Put(record) is { } taken)
            {
                refused.Add(new BulkRefusal(record.Key, CommitStatus.NotUnique, taken.Field));
            }
            else
            {
                written.Add(record);
            }
        }

        if (written.Count > 0)
        {
            Commit(new LogLine { At = Now, Records = draft.Lines, Audit = audit(written) is { } entry ? [Line(entry)] : null });
        }

        return written.Count;
    }

    private static AuditLine Line(AuditEntry entry) => new(
        entry.Agency.Value, entry.At.ToUnixTimeMilliseconds(), entry.Actor, entry.Action, entry.SubjectKind, entry.SubjectId, entry.Purpose, entry.Details, AuditHash.Compute(entry));
}
