using NewCitizen.Audit;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.InMemory;

public sealed partial class InMemoryRecordStore
{
    private const int MaxPurge = 1000;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Limit, MaxPurge, nameof(request));
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Before.IsNull)
        {
            throw new ArgumentException("Nothing is below null; say before what the retention ended.", nameof(request));
        }

        // A query knows which fields can be compared.
        var query = new RecordQuery(
            request.Agency, request.Kind, [FieldFilter.Range(request.Field, FieldValue.Null, request.Before)], request.Field, limit: request.Limit);
        lock (_gate)
        {
            return ValueTask.FromResult(Undoing(() => Purge(query, audit)));
        }
    }

    private IReadOnlyList<Guid> Purge(RecordQuery query, Func<int, AuditEntry> audit)
    {
        var ended = MemoryQuery.Answer(query, _tables.Living(query.Agency, query.Kind.Name)).Records;
        if (ended.Count > 0)
        {
            var entry = audit(ended.Count);
            var changes = new List<ChangeEntry>();
            foreach (var record in ended)
            {
                Erase(record.Key, record.Version + 1, changes);
                OnStep?.Invoke();
            }

            Append(changes);
            Append(entry);
            _tables.Accept();
        }

        return [.. ended.Select(record => record.Key.Id)];
    }

    /// <inheritdoc/>
    public ValueTask TrimChangesAsync(FeedPosition upTo, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            // Never beyond the end: entries still to come would fall behind the mark.
            var end = new FeedPosition(0, _lastChange);
            var mark = upTo < end ? upTo : end;
            _trimmed = mark > _trimmed ? mark : _trimmed;
            _changes.RemoveAll(entry => entry.Position <= _trimmed);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<long> ForgetRequestKeysAsync(Instant before, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var old = _requests.Where(request => request.Value.At < before).Select(request => request.Key).ToList();
            old.ForEach(key => _requests.Remove(key));
            return ValueTask.FromResult((long)old.Count);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoreCheck> CheckAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(new StoreCheck(_tables.Living().LongCount(), [.. _tables.Check()]));
        }
    }
}
