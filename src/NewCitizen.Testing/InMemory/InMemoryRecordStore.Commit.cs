using NewCitizen.Agencies;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.InMemory;

public sealed partial class InMemoryRecordStore
{
    private readonly Dictionary<(AgencyId Agency, string Key), (byte[] Digest, Instant At, CommitResult Answer)> _requests = [];

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        cancellationToken.ThrowIfCancellationRequested();
        RequireSize(batch);
        lock (_gate)
        {
            return ValueTask.FromResult(Undoing(() => Commit(batch)));
        }
    }

    /// <summary>Nothing of a transaction is left if it throws.</summary>
    private T Undoing<T>(Func<T> transaction)
    {
        try
        {
            OnStep?.Invoke();
            return transaction();
        }
        catch
        {
            _tables.Undo();
            throw;
        }
    }

    private void RequireSize(WriteBatch batch)
    {
        if (batch.Operations.Count > Capabilities.MaxBatchOperations)
        {
            throw new ArgumentException($"A batch holds at most {Capabilities.MaxBatchOperations} operations.", nameof(batch));
        }

        if (batch.Operations.OfType<PutOperation>().Any(put => put.Body.Length > Capabilities.MaxBodyBytes))
        {
            throw new ArgumentException($"A body has at most {Capabilities.MaxBodyBytes} bytes.", nameof(batch));
        }
    }

    private CommitResult Commit(WriteBatch batch)
    {
        if (batch.RequestKey is { } request && _requests.TryGetValue((batch.Agency, request.Value), out var earlier))
        {
            return request.Digest.Span.SequenceEqual(earlier.Digest)
                ? CommitResult.Replayed(earlier.Answer.Versions, earlier.Answer.Values, earlier.Answer.Position)
                : CommitResult.KeyReused();
        }

        var versions = new long[batch.Operations.Count];
        var values = new long[batch.Operations.Count];
        var changes = new List<ChangeEntry>();
        for (var i = 0; i < batch.Operations.Count; i++)
        {
            if (Apply(i, batch.Operations[i], versions, values, changes) is { } refusal)
            {
                _tables.Undo();
                return refusal;
            }

            OnStep?.Invoke();
        }

        foreach (var e in batch.Events)
        {
            changes.Add(Entry(ChangeType.Event, e.Subject, 0) with { EventType = e.Type, Payload = e.Payload.ToArray() });
            OnStep?.Invoke();
        }

        for (var i = 0; i < batch.Audit.Count; i++)
        {
            OnStep?.Invoke();
        }

        // Nothing below can fail.
        var answer = CommitResult.Committed(versions, values, Append(changes));
        foreach (var entry in batch.Audit)
        {
            Append(entry);
        }

        if (batch.RequestKey is { } key)
        {
            _requests.Add((batch.Agency, key.Value), (key.Digest.ToArray(), clock.GetCurrentInstant(), answer));
        }

        _tables.Accept();
        return answer;
    }

    /// <summary>One operation; an answer means the whole batch is refused.</summary>
    private CommitResult? Apply(int index, WriteOperation operation, long[] versions, long[] values, List<ChangeEntry> changes)
    {
        var slot = _tables.Find(operation.Key);
        if (!operation.Expected.Accepts(slot.LivingVersion))
        {
            return CommitResult.Conflict(index, slot.LivingVersion);
        }

        switch (operation)
        {
            case PutOperation put:
                versions[index] = slot.Version + 1;
                return Write(index, new StoredRecord(put.Key, slot.Version + 1, [.. put.Fields], put.Body.ToArray()), changes);

            case IncrementOperation increment:
                var living = slot.Living!;
                var place = increment.Key.Kind.PositionOf(increment.Field);
                var sum = (Int128)(living.Fields[place].IsNull ? 0 : living.Fields[place].AsInteger()) + increment.Delta;
                if (sum < increment.Minimum || sum > increment.Maximum)
                {
                    return CommitResult.LimitReached(index);
                }

                var fields = living.Fields.ToArray();
                fields[place] = FieldValue.Integer((long)sum);
                values[index] = (long)sum;
                versions[index] = slot.Version + 1;
                return Write(index, living with { Version = slot.Version + 1, Fields = fields }, changes);

            case DeleteOperation when slot.Living is not null:
                versions[index] = slot.Version + 1;
                Erase(operation.Key, slot.Version + 1, changes);
                return null;

            case DeleteOperation:
                versions[index] = slot.Version;
                return operation.Expected == ExpectedVersion.Any ? null : CommitResult.Conflict(index, null);

            default:
                versions[index] = slot.LivingVersion ?? 0;
                return null;
        }
    }

    private CommitResult? Write(int index, StoredRecord record, List<ChangeEntry> changes)
    {
        if (_tables.FindTaken(record.Key, record.Fields) is { } taken)
        {
            return CommitResult.NotUnique(index, taken.Field, taken.Holder);
        }

        _tables.Set(record.Key, new MemorySlot(record.Version, record));
        changes.Add(Entry(ChangeType.Put, record.Key, record.Version));
        return null;
    }

    private void Erase(RecordKey key, long version, List<ChangeEntry> changes)
    {
        _tables.Set(key, new MemorySlot(version, Living: null));
        changes.Add(Entry(ChangeType.Deleted, key, version));
    }
}
