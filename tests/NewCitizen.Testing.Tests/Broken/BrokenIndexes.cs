using System.Collections.Concurrent;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NewCitizen.Testing.InMemory;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>Never takes an entry out of an index: a record is found by what it once held.</summary>
internal sealed class NeverUnindexes : BrokenStore
{
    private readonly ConcurrentBag<(RecordKey Key, IReadOnlyList<FieldValue> Fields)> _entries = [];

    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var result = await Inner.CommitAsync(batch, cancellationToken);
        foreach (var put in result.IsDurable ? batch.Operations.OfType<PutOperation>() : [])
        {
            _entries.Add((put.Key, put.Fields));
        }

        return result;
    }

    public override async ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var page = await Inner.QueryAsync(query, cancellationToken);
        if (query.Where is not [{ IsRange: false } filter] || query.OrderBy is not null)
        {
            return page;
        }

        var place = query.Kind.PositionOf(filter.Field);
        var ids = _entries.Where(entry => entry.Key.Agency == query.Agency && entry.Key.Kind == query.Kind && entry.Fields[place].AsMany().Any(filter.AnyOf.Contains))
            .Select(entry => entry.Key.Id).Distinct().Order().ToList();
        var found = await Inner.GetManyAsync([.. ids.Select(id => new RecordKey(query.Agency, query.Kind, id))], cancellationToken);
        return new RecordPage([.. found.OfType<StoredRecord>()], null);
    }
}

/// <summary>Increments the record and not its index.</summary>
internal sealed class IncrementsOutsideIndexes : BrokenStore
{
    private readonly InMemoryRecordStore _index = new(new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0)));

    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var result = await Inner.CommitAsync(batch, cancellationToken);
        if (result.Status == CommitStatus.Committed)
        {
            await _index.CommitAsync(Rebuilt.Batch(batch, key: _ => null, replace: Unchecked), cancellationToken);
        }

        return result;
    }

    public override async ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var page = await _index.QueryAsync(query, cancellationToken);
        var found = await Inner.GetManyAsync([.. page.Records.Select(record => record.Key)], cancellationToken);
        return page with { Records = [.. found.OfType<StoredRecord>()] };
    }

    private static bool Unchecked(WriteBatch copy, WriteOperation operation)
    {
        switch (operation)
        {
            case PutOperation put: copy.Put(put.Key.Kind, put.Key.Id, ExpectedVersion.Any, put.Fields, put.Body); break;
            case DeleteOperation: copy.Delete(operation.Key.Kind, operation.Key.Id, ExpectedVersion.Any); break;
            default: break;
        }

        return true;
    }
}

/// <summary>Keeps the caller's buffer as the body.</summary>
internal sealed class BorrowsBodies : BrokenStore
{
    private readonly ConcurrentDictionary<(AgencyId, string, Guid), ReadOnlyMemory<byte>> _bodies = new();

    public override async ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) =>
        await Inner.GetAsync(key, cancellationToken) is { } found ? found with { Body = _bodies[(key.Agency, key.Kind.Name, key.Id)] } : null;

    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var result = await Inner.CommitAsync(batch, cancellationToken);
        foreach (var put in result.IsDurable ? batch.Operations.OfType<PutOperation>() : [])
        {
            _bodies[(put.Key.Agency, put.Key.Kind.Name, put.Key.Id)] = put.Body;
        }

        return result;
    }
}

/// <summary>Starts a record that was purged from version 1 again, as after a plain DELETE.</summary>
internal sealed class ForgetsPurged : BrokenStore
{
    private readonly ConcurrentDictionary<(AgencyId, string, Guid), long> _forgotten = new();

    public override async ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) =>
        await Inner.GetAsync(key, cancellationToken) is { } found ? found with { Version = found.Version - Base(key) } : null;

    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var result = await Inner.CommitAsync(batch, cancellationToken);
        return result.Status == CommitStatus.Committed
            ? CommitResult.Committed([.. result.Versions.Select((version, i) => version - Base(batch.Operations[i].Key))], result.Values, result.Position)
            : result;
    }

    public override async ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken)
    {
        var ids = await Inner.PurgeAsync(request, audit, cancellationToken);
        foreach (var id in ids)
        {
            _forgotten[(request.Agency, request.Kind.Name, id)] = 2;
        }

        return ids;
    }

    private long Base(RecordKey key) => _forgotten.GetValueOrDefault((key.Agency, key.Kind.Name, key.Id));
}

/// <summary>Acknowledges every fifth commit of records without writing it.</summary>
internal sealed class LosesCommits : BrokenStore
{
    private int _commits;

    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Operations is not [PutOperation put] || Interlocked.Increment(ref _commits) % 5 != 0)
        {
            return await Inner.CommitAsync(batch, cancellationToken);
        }

        var found = (await Inner.GetAsync(put.Key, cancellationToken))?.Version;
        return put.Expected.Accepts(found) ? CommitResult.Committed([(found ?? 0) + 1], [0], FeedPosition.Start) : CommitResult.Conflict(0, found);
    }
}
