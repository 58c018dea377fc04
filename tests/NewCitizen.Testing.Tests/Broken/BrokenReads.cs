using System.Collections.Concurrent;
using System.Globalization;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>Answers reads from a cache that nobody clears.</summary>
internal sealed class StaleReads : BrokenStore
{
    private readonly ConcurrentDictionary<(AgencyId, string, Guid), StoredRecord> _cache = new();

    public override async ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken)
    {
        var place = (key.Agency, key.Kind.Name, key.Id);
        if (!_cache.TryGetValue(place, out var found) && await Inner.GetAsync(key, cancellationToken) is { } read)
        {
            found = _cache[place] = read;
        }

        return found;
    }
}

/// <summary>Reads several records one after the other.</summary>
internal sealed class GetsOneByOne : BrokenStore
{
    public override async ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken)
    {
        var found = new List<StoredRecord?>();
        foreach (var key in keys)
        {
            found.Add(await Inner.GetAsync(key, cancellationToken));
            await Task.Delay(1, cancellationToken);
        }

        return found;
    }
}

/// <summary>Keeps all agencies in one table and forgets whose record it was.</summary>
internal sealed class IgnoresAgency : BrokenStore
{
    private static readonly AgencyId s_all = AgencyId.Parse("all");

    public override ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) => Inner.GetAsync(key with { Agency = s_all }, cancellationToken);

    public override ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken) =>
        Inner.QueryAsync(new RecordQuery(s_all, query.Kind, query.Where, query.OrderBy, query.Descending, query.Limit, query.After), cancellationToken);

    public override ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        Inner.CommitAsync(Rebuilt.Batch(batch, s_all), cancellationToken);
}

/// <summary>Checks the agency on reads by key, not in queries.</summary>
internal sealed class QueriesAllAgencies : BrokenStore
{
    public override async ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var own = await Inner.QueryAsync(query, cancellationToken);
        var other = AgencyId.Parse(query.Agency.Value == "teda" ? "hangu" : "teda");
        var foreign = await Inner.QueryAsync(new RecordQuery(other, query.Kind, query.Where, query.OrderBy, query.Descending, query.Limit, query.After), cancellationToken);
        return own with { Records = [.. own.Records, .. foreign.Records] };
    }
}

/// <summary>Pages by counting rows.</summary>
internal sealed class OffsetPaging : BrokenStore
{
    private readonly ConcurrentDictionary<QueryCursor, int> _offsets = new();

    public override async ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var all = await Inner.QueryAsync(new RecordQuery(query.Agency, query.Kind, query.Where, query.OrderBy, query.Descending, RecordQuery.MaxLimit), cancellationToken);
        var skip = query.After is { } after ? _offsets[after] : 0;
        var rows = all.Records.Skip(skip).Take(query.Limit).ToList();
        if (rows.Count == 0 || skip + rows.Count >= all.Records.Count)
        {
            return new RecordPage(rows, null);
        }

        var next = new QueryCursor(query.OrderBy is null ? FieldValue.Null : rows[^1][query.OrderBy], rows[^1].Key.Id);
        _offsets[next] = skip + rows.Count;
        return new RecordPage(rows, next);
    }
}

/// <summary>Pages by the value alone, so that ties are lost.</summary>
internal sealed class PagesByValueAlone : BrokenStore
{
    public override ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var after = query is { After: { } cursor, OrderBy: not null }
            ? cursor with { Id = query.Descending ? Guid.Empty : new Guid([.. Enumerable.Repeat((byte)255, 16)]) }
            : query.After;
        return Inner.QueryAsync(new RecordQuery(query.Agency, query.Kind, query.Where, query.OrderBy, query.Descending, query.Limit, after), cancellationToken);
    }
}

/// <summary>Sorts text otherwise: by a culture, or by UTF-16.</summary>
internal sealed class SortsTextBy(IComparer<string> order) : BrokenStore
{
    public override async ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        if (query.OrderBy != "label")
        {
            return await Inner.QueryAsync(query, cancellationToken);
        }

        var all = (await Inner.QueryAsync(new RecordQuery(query.Agency, query.Kind, query.Where, query.OrderBy, limit: RecordQuery.MaxLimit), cancellationToken)).Records;
        var sorted = all.OrderBy(record => record["label"].AsText(), order).ToList();
        if (query.Descending)
        {
            sorted.Reverse();
        }

        var rest = sorted.Skip(query.After is { } after ? sorted.FindIndex(record => record.Key.Id == after.Id) + 1 : 0).ToList();
        var rows = rest.Take(query.Limit).ToList();
        return new RecordPage(rows, rest.Count > rows.Count ? new QueryCursor(rows[^1]["label"], rows[^1].Key.Id) : null);
    }
}

/// <summary>Compares text without regard to case, as a database collation does.</summary>
internal sealed class IgnoresCase : BrokenStore
{
    public override async ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        if (query.Where is not [{ IsRange: false } filter] || filter.AnyOf[0].IsNull || filter.AnyOf[0].Type != FieldType.Text)
        {
            return await Inner.QueryAsync(query, cancellationToken);
        }

        var all = await Inner.QueryAsync(new RecordQuery(query.Agency, query.Kind, limit: RecordQuery.MaxLimit), cancellationToken);
        var found = all.Records.Where(record => record[filter.Field].AsMany().Any(held => filter.AnyOf.Any(value =>
            string.Equals(held.AsText(), value.AsText(), StringComparison.OrdinalIgnoreCase))));
        return new RecordPage([.. found], null);
    }
}

/// <summary>Takes the upper bound of a range along.</summary>
internal sealed class ClosedRanges : BrokenStore
{
    public override async ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        if (query.Where is not [{ IsRange: true } range] || range.Before.IsNull)
        {
            return await Inner.QueryAsync(query, cancellationToken);
        }

        var wide = new RecordQuery(query.Agency, query.Kind, [FieldFilter.Range(range.Field, range.From, FieldValue.Null)], query.OrderBy, query.Descending, RecordQuery.MaxLimit);
        var all = await Inner.QueryAsync(wide, cancellationToken);
        return new RecordPage([.. all.Records.Where(record => FieldValueComparer.Instance.Compare(record[range.Field], range.Before) <= 0)], null);
    }
}

/// <summary>Leaves records without a value in an ordered answer.</summary>
internal sealed class SortsNullsFirst : BrokenStore
{
    public override async ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var page = await Inner.QueryAsync(query, cancellationToken);
        if (query.OrderBy is null || query.After is not null)
        {
            return page;
        }

        var all = await Inner.QueryAsync(new RecordQuery(query.Agency, query.Kind, query.Where, limit: RecordQuery.MaxLimit), cancellationToken);
        var nulls = all.Records.Where(record => record[query.OrderBy].IsNull).Take(Math.Max(0, query.Limit - page.Records.Count));
        return page with { Records = [.. nulls, .. page.Records] };
    }
}

/// <summary>Changes values on their way in.</summary>
internal sealed class ChangesValues(Func<FieldValue, FieldValue> change) : BrokenStore
{
    public override ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        Inner.CommitAsync(Rebuilt.Batch(batch, replace: Changed), cancellationToken);

    private bool Changed(WriteBatch copy, WriteOperation operation)
    {
        if (operation is PutOperation put)
        {
            copy.Put(put.Key.Kind, put.Key.Id, put.Expected, [.. put.Fields.Select(change)], put.Body);
        }

        return operation is PutOperation;
    }
}
