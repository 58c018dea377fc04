using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Storage.Sharding;

/// <summary>
/// Moves an agency to another shard (机构迁移): copy while it works, catch up from the feed, seal, catch up once more, compare both sides, switch the
/// map. A run that was stopped is run again; until the map is switched the agency stays where it was. Run one move at a time.
/// </summary>
/// <remarks>
/// Moved with all versions and tombstones. Not moved: request keys (so let no retry be older than the seal), feed and audit entries of the
/// past, which stay on the old shard. While the agency is sealed, its writes are refused with NC3031; reads go on.
/// </remarks>
public sealed class AgencyMover
{
    private readonly ShardedRecordStore _store;
    private readonly IReadOnlyList<RecordKind> _kinds;
    private readonly IClock _clock;

    /// <summary>Usually made by the container.</summary>
    public AgencyMover(ShardedRecordStore store, IEnumerable<RecordKind> kinds, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        _store = store;
        _kinds = [.. kinds.Where(kind => kind.Name != ShardSeals.Kind.Name)];
        _clock = clock;
    }

    /// <summary>Moves an agency.</summary>
    /// <param name="context">On whose behalf; its agency is the one that moves.</param>
    /// <param name="to">Name of the shard.</param>
    /// <param name="cancellationToken">Stops; run it again, or <see cref="AbortAsync"/>.</param>
    /// <exception cref="NewCitizenException">NC3033: the map changed; NC3035: the copies differ, the agency stays sealed where it was; NC3036: it is there already, or its former copy there was erased.</exception>
    public async ValueTask<AgencyMoveReport> MoveAsync(AccessContext context, string to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var map = await _store.Maps.RefreshAsync(cancellationToken).ConfigureAwait(false);
        var source = _store.ShardOf(context.Agency);
        var target = _store.Shards.FirstOrDefault(shard => shard.Name == to);
        if (target is null || target == source || context.Agency == AuditCheckpoints.Agency)
        {
            throw new NewCitizenException(StorageErrors.MoveRefused, to);
        }

        var seal = new RecordKey(context.Agency, ShardSeals.Kind, ShardSeals.SealId);
        if (await target.Records.GetAsync(seal, cancellationToken).ConfigureAwait(false) is { } old && old[ShardSeals.State].AsText() == "forgotten")
        {
            // Tombstones of an erased copy have higher versions than what would come back.
            throw new NewCitizenException(StorageErrors.MoveRefused, to);
        }

        // The position of this commit is where catching up begins: all that is copied below was read after it.
        var marker = await source.Records.CommitAsync(ShardSeals.Write(context.Agency, ShardSeals.MarkerId, "copying", to), cancellationToken).ConfigureAwait(false);
        var position = marker.IsDurable ? marker.Position : throw CommitFailures.Exception(marker);
        var copied = await CopyAllAsync(context, source, target, cancellationToken).ConfigureAwait(false);
        (position, var caughtUp) = await CatchUpAsync(context, source, target, position, cancellationToken).ConfigureAwait(false);

        await RequireAsync(source.Records.CommitAsync(ShardSeals.Write(context.Agency, ShardSeals.SealId, "sealed", to).AddAudit(Entry(context, "shard.seal", to)), cancellationToken)).ConfigureAwait(false);
        caughtUp += (await CatchUpAsync(context, source, target, position, cancellationToken).ConfigureAwait(false)).Records;
        var verified = await AgencyComparison.RequireEqualAsync(context.Agency, _kinds, source, target, cancellationToken).ConfigureAwait(false);

        await RequireAsync(target.Records.CommitAsync(
            new WriteBatch(context.Agency).Delete(ShardSeals.Kind, ShardSeals.SealId, ExpectedVersion.Any).AddAudit(Entry(context, "shard.open", to)), cancellationToken)).ConfigureAwait(false);
        var next = map.Move(context.Agency, to);
        return await _store.Maps.TryReplaceAsync(next, cancellationToken).ConfigureAwait(false)
            ? new AgencyMoveReport(next.Moves[^1], copied, caughtUp, verified)
            : throw new NewCitizenException(StorageErrors.ShardMapChanged);
    }

    /// <summary>Gives a move up that was not finished: the agency may be written to again where it is. What was copied stays on the other shard and is overwritten by the next move.</summary>
    public async ValueTask AbortAsync(AccessContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await _store.Maps.RefreshAsync(cancellationToken).ConfigureAwait(false);
        var here = _store.ShardOf(context.Agency);
        await RequireAsync(here.Records.CommitAsync(
            new WriteBatch(context.Agency)
                .Delete(ShardSeals.Kind, ShardSeals.SealId, ExpectedVersion.Any)
                .Delete(ShardSeals.Kind, ShardSeals.MarkerId, ExpectedVersion.Any)
                .AddAudit(Entry(context, "shard.abort", here.Name)),
            cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>
    /// Erases the copy an agency left behind on a shard, once every process has the new map. Its audit entries there stay; the agency cannot be moved back to
    /// this shard afterwards.
    /// </summary>
    /// <returns>Records erased.</returns>
    /// <exception cref="NewCitizenException">NC3036: the agency is on that shard.</exception>
    public async ValueTask<long> ForgetAsync(AccessContext context, string shard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await _store.Maps.RefreshAsync(cancellationToken).ConfigureAwait(false);
        var left = _store.Shards.FirstOrDefault(one => one.Name == shard);
        if (left is null || left == _store.ShardOf(context.Agency))
        {
            throw new NewCitizenException(StorageErrors.MoveRefused, shard);
        }

        await RequireAsync(left.Records.CommitAsync(
            ShardSeals.Write(context.Agency, ShardSeals.SealId, "forgotten", _store.ShardOf(context.Agency).Name).AddAudit(Entry(context, "shard.forget", shard)), cancellationToken)).ConfigureAwait(false);
        var erased = 0L;
        foreach (var kind in _kinds)
        {
            await foreach (var page in AgencyComparison.PagesAsync(left, kind, context.Agency, 90, cancellationToken).ConfigureAwait(false))
            {
                var batch = new WriteBatch(context.Agency);
                foreach (var record in page.Where(record => !record.IsTombstone))
                {
                    batch.Delete(kind, record.Key.Id, ExpectedVersion.Any);
                    erased++;
                }

                await RequireAsync(left.Records.CommitAsync(batch, cancellationToken)).ConfigureAwait(false);
            }
        }

        return erased;
    }

    private async ValueTask<long> CopyAllAsync(AccessContext context, StoreShard source, StoreShard target, CancellationToken cancellationToken)
    {
        var copied = 0L;
        foreach (var kind in _kinds)
        {
            copied += (await target.Bulk.LoadAsync(Records(kind), BulkMode.Upsert, written => Loaded(context, target, written), cancellationToken).ConfigureAwait(false)).Loaded;
        }

        return copied;

        async IAsyncEnumerable<StoredRecord> Records(RecordKind kind)
        {
            await foreach (var page in AgencyComparison.PagesAsync(source, kind, context.Agency, 1000, cancellationToken).ConfigureAwait(false))
            {
                foreach (var record in page)
                {
                    yield return record;
                }
            }
        }
    }

    private async ValueTask<(FeedPosition Position, long Records)> CatchUpAsync(
        AccessContext context, StoreShard source, StoreShard target, FeedPosition after, CancellationToken cancellationToken)
    {
        var kinds = _kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        var records = 0L;
        while (true)
        {
            var page = await source.Changes.ReadChangesAsync(context.Agency, after, 500, cancellationToken).ConfigureAwait(false);
            if (page.Entries.Count == 0)
            {
                return (after, records);
            }

            var latest = page.Entries
                .Where(entry => entry.Type != ChangeType.Event && kinds.ContainsKey(entry.Kind))
                .GroupBy(entry => new RecordKey(context.Agency, kinds[entry.Kind], entry.Id))
                .ToDictionary(group => group.Key, group => group.Last());
            RecordKey[] keys = [.. latest.Keys];
            var found = keys.Length == 0 ? [] : await source.Records.GetManyAsync(keys, cancellationToken).ConfigureAwait(false);

            // What is gone by now and was still written by this page of the feed has its Deleted entry on a later one.
            List<StoredRecord> states = [.. keys.Select((key, i) => found[i] ?? (latest[key].Type == ChangeType.Deleted ? StoredRecord.Tombstone(key, latest[key].Version) : null)).OfType<StoredRecord>()];
            records += await LoadStatesAsync(context, target, states, cancellationToken).ConfigureAwait(false);
            after = page.Position;
        }
    }

    // A value one record gave up may be held by the next: what was refused for that goes again after the others.
    private async ValueTask<long> LoadStatesAsync(AccessContext context, StoreShard target, List<StoredRecord> states, CancellationToken cancellationToken)
    {
        var loaded = 0L;
        while (states.Count > 0)
        {
            var result = await target.Bulk.LoadAsync(states.ToAsyncEnumerable(), BulkMode.Upsert, written => Loaded(context, target, written), cancellationToken).ConfigureAwait(false);
            loaded += result.Loaded;
            var taken = result.Refused.Where(refusal => refusal.Reason == CommitStatus.NotUnique).Select(refusal => refusal.Key).ToHashSet();
            if (taken.Count == 0 || result.Loaded == 0)
            {
                break;
            }

            states = [.. states.Where(state => taken.Contains(state.Key))];
        }

        return loaded;
    }

    private AuditEntry Loaded(AccessContext context, StoreShard target, IReadOnlyList<StoredRecord> written) =>
        context.Entry(_clock, "shard.copy", written[0].Key.Kind, id: null, $$"""{"shard":"{{target.Name}}","records":{{written.Count}}}""");

    private AuditEntry Entry(AccessContext context, string action, string shard) => context.Entry(_clock, action, details: $$"""{"shard":"{{shard}}"}""");

    private static async ValueTask RequireAsync(ValueTask<CommitResult> commit)
    {
        var result = await commit.ConfigureAwait(false);
        if (!result.IsDurable)
        {
            throw CommitFailures.Exception(result);
        }
    }
}
