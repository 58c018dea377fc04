using System.Collections.Concurrent;
using NewCitizen.Storage;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>Forgets the unique constraints; <paramref name="onlyMultiple"/>: those of fields with several values.</summary>
internal sealed class WithoutUniqueKey(bool onlyMultiple) : BrokenStore
{
    private readonly ConcurrentDictionary<string, RecordKind> _kinds = new(StringComparer.Ordinal);

    public override ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        Inner.CommitAsync(Rebuilt.Batch(batch, kind: Plain), cancellationToken);

    private RecordKind Plain(RecordKind kind) => _kinds.GetOrAdd(kind.Name, _ => new RecordKind(
        kind.Name,
        kind.Description,
        kind.Fields,
        [.. kind.Indexes.Select(index => index.Type == IndexType.Unique && (!onlyMultiple || kind.Fields[kind.PositionOf(index.Field)].Multiple) ? index with { Type = IndexType.Lookup } : index)]));
}

/// <summary>Checks versions first and writes afterwards.</summary>
internal sealed class CheckThenWrite : BrokenStore
{
    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        for (var i = 0; i < batch.Operations.Count; i++)
        {
            var found = (await Inner.GetAsync(batch.Operations[i].Key, cancellationToken))?.Version;
            if (!batch.Operations[i].Expected.Accepts(found))
            {
                return CommitResult.Conflict(i, found);
            }
        }

        await Task.Delay(2, cancellationToken);
        return await Inner.CommitAsync(Rebuilt.Batch(batch, replace: WithoutExpectation), cancellationToken);
    }

    private static bool WithoutExpectation(WriteBatch copy, WriteOperation operation)
    {
        if (operation is PutOperation put)
        {
            copy.Put(put.Key.Kind, put.Key.Id, ExpectedVersion.Any, put.Fields, put.Body);
        }

        return operation is PutOperation;
    }
}

/// <summary>Commits each operation on its own.</summary>
internal sealed class OneByOne : BrokenStore
{
    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var results = new List<CommitResult>();
        for (var i = 0; i < batch.Operations.Count; i++)
        {
            await Task.Delay(i % 2, cancellationToken);
            var one = new WriteBatch(batch.Agency);
            Rebuilt.Add(one, batch.Operations[i]);
            var result = await Inner.CommitAsync(one, cancellationToken);
            switch (result.Status)
            {
                case CommitStatus.Conflict: return CommitResult.Conflict(i, result.ActualVersion);
                case CommitStatus.NotUnique: return CommitResult.NotUnique(i, result.Field!, result.HolderId);
                case CommitStatus.LimitReached: return CommitResult.LimitReached(i);
                default: results.Add(result); break;
            }
        }

        var rest = await Inner.CommitAsync(Rebuilt.Batch(batch, replace: (_, _) => true), cancellationToken);
        return CommitResult.Committed(
            [.. results.SelectMany(result => result.Versions)],
            [.. results.SelectMany(result => result.Values)],
            rest.Position > FeedPosition.Start ? rest.Position : results.Select(result => result.Position).DefaultIfEmpty().Max());
    }
}

/// <summary>Starts a record that was deleted from version 1 again.</summary>
internal sealed class ForgetsTombstones : BrokenStore
{
    private readonly ConcurrentDictionary<(string, string, Guid), long> _forgotten = new();

    public override async ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) =>
        await Inner.GetAsync(key, cancellationToken) is { } found ? found with { Version = found.Version - Base(key) } : null;

    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var result = await Inner.CommitAsync(batch, cancellationToken);
        if (!result.IsDurable)
        {
            return result;
        }

        var versions = result.Versions.Select((version, i) => version - Base(batch.Operations[i].Key)).ToList();
        for (var i = 0; i < batch.Operations.Count; i++)
        {
            if (batch.Operations[i] is DeleteOperation)
            {
                _forgotten[Place(batch.Operations[i].Key)] = result.Versions[i];
            }
        }

        return CommitResult.Committed(versions, result.Values, result.Position);
    }

    private static (string, string, Guid) Place(RecordKey key) => (key.Agency.Value, key.Kind.Name, key.Id);

    private long Base(RecordKey key) => _forgotten.GetValueOrDefault(Place(key));
}

/// <summary>Takes no notice of request keys.</summary>
internal sealed class ReplaysNothing : BrokenStore
{
    public override ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        Inner.CommitAsync(Rebuilt.Batch(batch, key: _ => null), cancellationToken);
}

/// <summary>Replays a key whatever was asked.</summary>
internal sealed class IgnoresDigest : BrokenStore
{
    public override ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        Inner.CommitAsync(Rebuilt.Batch(batch, key: key => key is null ? null : new RequestKey(key.Value, [])), cancellationToken);
}

/// <summary>Looks for the request key first and stores it afterwards.</summary>
internal sealed class KeyAfterCommit : BrokenStore
{
    private readonly ConcurrentDictionary<(string, string), CommitResult> _answers = new();

    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var place = (batch.Agency.Value, batch.RequestKey?.Value ?? string.Empty);
        if (batch.RequestKey is not null && _answers.TryGetValue(place, out var earlier))
        {
            return CommitResult.Replayed(earlier.Versions, earlier.Values, earlier.Position);
        }

        var result = await Inner.CommitAsync(Rebuilt.Batch(batch, key: _ => null), cancellationToken);
        await Task.Delay(2, cancellationToken);
        if (batch.RequestKey is not null && result.IsDurable)
        {
            _answers[place] = result;
        }

        return result;
    }
}

/// <summary>Increments without looking at the limit.</summary>
internal sealed class IncrementsWithoutLimit : BrokenStore
{
    public override ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        Inner.CommitAsync(Rebuilt.Batch(batch, replace: Unbounded), cancellationToken);

    private static bool Unbounded(WriteBatch copy, WriteOperation operation)
    {
        if (operation is IncrementOperation inc)
        {
            copy.Increment(inc.Key.Kind, inc.Key.Id, inc.Field, inc.Delta, long.MinValue, long.MaxValue);
        }

        return operation is IncrementOperation;
    }
}

/// <summary>Increments by reading, adding and writing.</summary>
internal sealed class IncrementsByReadAndWrite : BrokenStore
{
    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Operations is not [IncrementOperation inc] || await Inner.GetAsync(inc.Key, cancellationToken) is not { } found)
        {
            return await Inner.CommitAsync(batch, cancellationToken);
        }

        var fields = found.Fields.ToArray();
        var place = inc.Key.Kind.PositionOf(inc.Field);
        var sum = (fields[place].IsNull ? 0 : fields[place].AsInteger()) + inc.Delta;
        if (sum < inc.Minimum || sum > inc.Maximum)
        {
            return CommitResult.LimitReached(0);
        }

        await Task.Delay(2, cancellationToken);
        fields[place] = FieldValue.Integer(sum);
        var result = await Inner.CommitAsync(new WriteBatch(batch.Agency).Put(inc.Key.Kind, inc.Key.Id, ExpectedVersion.Any, fields, found.Body), cancellationToken);
        return CommitResult.Committed(result.Versions, [sum], result.Position);
    }
}

/// <summary>Does not pass the token on.</summary>
internal sealed class IgnoresCancellation : BrokenStore
{
    public override ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) => Inner.CommitAsync(batch, CancellationToken.None);
}

/// <summary>Gives up a commit half way when it is cancelled.</summary>
internal sealed class HalfOnCancel : BrokenStore
{
    public override async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var cut = batch.Operations.Count / 2;
        var half = Rebuilt.Batch(batch, key: _ => null, withAudit: false, replace: (_, operation) => batch.Operations.ToList().IndexOf(operation) >= cut);
        var first = await Inner.CommitAsync(half, cancellationToken);
        await Task.Delay(1, cancellationToken);
        var second = await Inner.CommitAsync(Rebuilt.Batch(batch, replace: (_, operation) => batch.Operations.ToList().IndexOf(operation) < cut), cancellationToken);
        return second.IsDurable ? CommitResult.Committed([.. first.Versions, .. second.Versions], [.. first.Values, .. second.Values], second.Position) : second;
    }
}
