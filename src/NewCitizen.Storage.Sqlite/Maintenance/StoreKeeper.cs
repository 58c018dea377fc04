using NewCitizen.Audit;
using NewCitizen.Storage.Sqlite.Schema;
using NewCitizen.Storage.Sqlite.Writing;
using NodaTime;

namespace NewCitizen.Storage.Sqlite.Maintenance;

/// <summary>Retention: what is deleted, in steps small enough to let the day's writes through.</summary>
internal sealed class StoreKeeper(Writer writer, KindTables tables)
{
    private const int Step = 5000;
    private const int MaxPurge = 1000;

    public async ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Limit, MaxPurge, nameof(request));
        var field = tables.For(request.Kind).Columns[request.Kind.PositionOf(request.Field)].Definition;
        if (!request.Kind.HasIndex(field.Name, IndexType.Ordered) || request.Before.IsNull || request.Before.IsMany || request.Before.Type != field.Type)
        {
            throw new ArgumentException($"Field '{field.Name}' of kind '{request.Kind}' has no ordered index, or its type is another one.", nameof(request));
        }

        return await writer.RunAsync(new PurgeJob(request, audit), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask TrimAsync(FeedPosition upTo, CancellationToken cancellationToken)
    {
        // The mark first: a reader that is behind gets its error, never a gap, even if we stop half way.
        await RunAsync(
            "UPDATE store_info SET value = max(value, min(?1, ifnull((SELECT max(position) FROM change_feed), 0))) WHERE name = 'changes_trimmed_up_to'",
            upTo.Sequence,
            cancellationToken).ConfigureAwait(false);
        await RepeatAsync(
            $"DELETE FROM change_feed WHERE position IN (SELECT position FROM change_feed WHERE position <= ?1 ORDER BY position LIMIT {Step})",
            upTo.Sequence,
            cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<long> ForgetRequestKeysAsync(Instant before, CancellationToken cancellationToken) => RepeatAsync(
        $"DELETE FROM request_key WHERE (agency, key) IN (SELECT agency, key FROM request_key WHERE committed_at < ?1 LIMIT {Step})",
        before.ToUnixTimeMilliseconds(),
        cancellationToken);

    private async ValueTask<long> RepeatAsync(string sql, long number, CancellationToken cancellationToken)
    {
        var all = 0L;
        while (true)
        {
            var changed = await RunAsync(sql, number, cancellationToken).ConfigureAwait(false);
            all += changed;
            if (changed < Step)
            {
                return all;
            }
        }
    }

    private Task<long> RunAsync(string sql, long number, CancellationToken cancellationToken) => writer.RunAsync(new StatementJob(sql, number), cancellationToken);
}
