using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>Numbers changes when a commit begins and shows them when it ends: a reader in between never sees the slower one.</summary>
internal sealed class NaiveFeed : BrokenStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, ChangeEntry> _shown = [];
    private long _numbers;
    private Action? _onStep;

    public override Action? OnStep
    {
        set => _onStep = value;
    }

    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var first = Interlocked.Add(ref _numbers, batch.Operations.Count) - batch.Operations.Count + 1;
        await Task.Delay((int)(first / 3 % 3), cancellationToken);
        for (var step = 0; step < 5; step++)
        {
            Volatile.Read(ref _onStep)?.Invoke();
        }

        var result = await Inner.CommitAsync(batch, cancellationToken);
        lock (_gate)
        {
            for (var i = 0; i < batch.Operations.Count; i++)
            {
                var key = batch.Operations[i].Key;
                var type = batch.Operations[i] is DeleteOperation ? ChangeType.Deleted : ChangeType.Put;
                _shown[first + i] = new ChangeEntry(new FeedPosition(0, first + i), type, key.Agency, key.Kind.Name, key.Id, result.Versions[i], null, default);
            }
        }

        return result;
    }

    public override ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var entries = _shown.Values.Where(entry => entry.Position > after && (agency is null || entry.Agency == agency)).Take(limit).ToList();
            return ValueTask.FromResult(new FeedPage<ChangeEntry>(entries, entries.Count == 0 ? after : entries[^1].Position));
        }
    }
}

/// <summary>Skips what was trimmed without a word.</summary>
internal sealed class TrimsSilently : BrokenStore
{
    private FeedPosition _trimmed;

    public override ValueTask TrimChangesAsync(FeedPosition upTo, CancellationToken cancellationToken)
    {
        _trimmed = upTo;
        return Inner.TrimChangesAsync(upTo, cancellationToken);
    }

    public override ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) =>
        Inner.ReadChangesAsync(agency, after < _trimmed ? _trimmed : after, limit, cancellationToken);
}

/// <summary>Clears the request keys together with the feed.</summary>
internal sealed class TrimsKeysToo : BrokenStore
{
    public override async ValueTask TrimChangesAsync(FeedPosition upTo, CancellationToken cancellationToken)
    {
        await Inner.TrimChangesAsync(upTo, cancellationToken);
        await Inner.ForgetRequestKeysAsync(NodaTime.Instant.FromUtc(9999, 1, 1, 0, 0), cancellationToken);
    }
}

/// <summary>Shows the feed of all agencies to each.</summary>
internal sealed class FeedOfEverybody : BrokenStore
{
    public override ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) =>
        Inner.ReadChangesAsync(null, after, limit, cancellationToken);
}

/// <summary>Appends events before the changes they follow.</summary>
internal sealed class EventsFirst : BrokenStore
{
    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        await Inner.CommitAsync(Rebuilt.Batch(batch, key: _ => null, replace: (_, _) => true, withAudit: false), cancellationToken);
        return await Inner.CommitAsync(Rebuilt.Batch(batch, withEvents: false), cancellationToken);
    }
}

/// <summary>Loses the audit entries of batches that delete.</summary>
internal sealed class DropsAuditOfDeletes : BrokenStore
{
    public override ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        Inner.CommitAsync(Rebuilt.Batch(batch, withAudit: !batch.Operations.OfType<DeleteOperation>().Any()), cancellationToken);
}

/// <summary>Writes audit entries beside the commit instead of in it.</summary>
internal sealed class AuditBesideTheCommit : BrokenStore
{
    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        await Inner.CommitAsync(Rebuilt.Batch(batch, key: _ => null, replace: (_, _) => true, withEvents: false), cancellationToken);
        return await Inner.CommitAsync(Rebuilt.Batch(batch, withAudit: false), cancellationToken);
    }
}

/// <summary>Hashes something else than the entry.</summary>
internal sealed class WrongAuditHash : BrokenStore
{
    public override async ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        var page = await Inner.ReadAuditAsync(agency, after, limit, cancellationToken);
        return page with { Entries = [.. page.Entries.Select(stored => stored with { Hash = AuditHash.Compute(stored.Entry with { Purpose = null }) })] };
    }
}

/// <summary>Overwrites in a load that should only insert.</summary>
internal sealed class OverwritesInBulk : BrokenStore
{
    public override ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken) =>
        Inner.LoadAsync(records, BulkMode.Upsert, audit, cancellationToken);
}

/// <summary>Brings erased records back when an old copy is loaded.</summary>
internal sealed class ResurrectsInBulk : BrokenStore
{
    public override async ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken)
    {
        var all = await records.ToListAsync(cancellationToken);
        var result = await Inner.LoadAsync(all.ToAsyncEnumerable(), mode, audit, cancellationToken);
        foreach (var record in all)
        {
            if (await Inner.GetAsync(record.Key, cancellationToken) is null)
            {
                await Inner.CommitAsync(new WriteBatch(record.Key.Agency).Put(record.Key.Kind, record.Key.Id, ExpectedVersion.Any, record.Fields, record.Body), cancellationToken);
            }
        }

        return result;
    }
}

/// <summary>Purges everything at once.</summary>
internal sealed class PurgesWithoutLimit : BrokenStore
{
    public override ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken) =>
        Inner.PurgeAsync(request with { Limit = 1000 }, audit, cancellationToken);
}

/// <summary>Claims to be durable; what reopening really does is up to the fixture.</summary>
internal sealed class ClaimsDurable : BrokenStore
{
    public override StoreCapabilities Capabilities => Inner.Capabilities with { Durable = true };
}
