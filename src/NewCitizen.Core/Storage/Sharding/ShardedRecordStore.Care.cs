using NewCitizen.Audit;
using NodaTime;

namespace NewCitizen.Storage.Sharding;

public sealed partial class ShardedRecordStore
{
    /// <inheritdoc/>
    /// <remarks>With several shards each name begins with that of its shard, such as <c>east/0001_foundation</c>.</remarks>
    public IReadOnlyList<SchemaScript> Scripts =>
        Shards.Count == 1
            ? Shards[0].Schema.Scripts
            : [.. Shards.SelectMany(shard => shard.Schema.Scripts.Select(script => script with { Name = $"{shard.Name}/{script.Name}" }))];

    /// <inheritdoc/>
    public async ValueTask<SchemaReport> PrepareAsync(SchemaMode mode, CancellationToken cancellationToken)
    {
        var reports = new List<SchemaReport>();
        foreach (var shard in Shards)
        {
            reports.Add(await shard.Schema.PrepareAsync(mode, cancellationToken).ConfigureAwait(false));
        }

        return Join(reports);
    }

    /// <inheritdoc/>
    public async ValueTask<SchemaReport> InspectAsync(CancellationToken cancellationToken)
    {
        var reports = new List<SchemaReport>();
        foreach (var shard in Shards)
        {
            reports.Add(await shard.Schema.InspectAsync(cancellationToken).ConfigureAwait(false));
        }

        return Join(reports);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Route(request.Agency, request.Kind).Shard.Maintenance.PurgeAsync(request, audit, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>A position belongs to one shard and trims that shard only; the highest position there can be trims all of them to their ends.</remarks>
    public async ValueTask TrimChangesAsync(FeedPosition upTo, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ordinal = ShardPositions.OrdinalOf(upTo);
        for (var i = 0; i < Shards.Count; i++)
        {
            if (ordinal >= ShardMap.MaxShards)
            {
                await Shards[i].Maintenance.TrimChangesAsync(ShardPositions.End, cancellationToken).ConfigureAwait(false);
            }
            else if (i == ordinal && ShardPositions.TryUnmark(ordinal, upTo, out var own))
            {
                await Shards[i].Maintenance.TrimChangesAsync(own, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<long> ForgetRequestKeysAsync(Instant before, CancellationToken cancellationToken)
    {
        var forgotten = 0L;
        foreach (var shard in Shards)
        {
            forgotten += await shard.Maintenance.ForgetRequestKeysAsync(before, cancellationToken).ConfigureAwait(false);
        }

        return forgotten;
    }

    /// <inheritdoc/>
    public async ValueTask<StoreCheck> CheckAsync(CancellationToken cancellationToken)
    {
        var checks = new List<(string Shard, StoreCheck Check)>();
        foreach (var shard in Shards)
        {
            checks.Add((shard.Name, await shard.Maintenance.CheckAsync(cancellationToken).ConfigureAwait(false)));
        }

        return new(checks.Sum(one => one.Check.Records), [.. checks.SelectMany(one => one.Check.Problems.Select(problem => $"{one.Shard}: {problem}"))]);
    }

    private SchemaReport Join(List<SchemaReport> reports)
    {
        return Shards.Count == 1
            ? reports[0]
            : new SchemaReport(All(report => report.Applied), All(report => report.Outstanding), All(report => report.Differences)) { OtherKinds = All(report => report.OtherKinds) };

        IReadOnlyList<string> All(Func<SchemaReport, IReadOnlyList<string>> part) =>
            [.. reports.SelectMany((report, i) => part(report).Select(name => $"{Shards[i].Name}/{name}"))];
    }
}
