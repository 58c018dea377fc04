using NewCitizen.Storage;

namespace NewCitizen.Testing.InMemory;

/// <summary>Answers a query over a list of records: filter, sort, cut.</summary>
internal static class MemoryQuery
{
    public static RecordPage Answer(RecordQuery query, IEnumerable<StoredRecord> living)
    {
        var order = Comparer<StoredRecord>.Create((x, y) => Compare(query, Cursor(query, x), Cursor(query, y)));
        var found = living
            .Where(record => query.OrderBy is null || !record[query.OrderBy].IsNull)
            .Where(record => query.Where.All(filter => Matches(filter, record[filter.Field])))
            .Where(record => query.After is not { } after || Compare(query, Cursor(query, record), after) > 0)
            .Order(order)
            .Take(query.Limit + 1)
            .ToList();
        if (found.Count <= query.Limit)
        {
            return new RecordPage(found, Next: null);
        }

        found.RemoveAt(query.Limit);
        return new RecordPage(found, Cursor(query, found[^1]));
    }

    private static bool Matches(FieldFilter filter, FieldValue held) => filter.IsRange
        ? !held.IsNull
            && (filter.From.IsNull || FieldValueComparer.Instance.Compare(held, filter.From) >= 0)
            && (filter.Before.IsNull || FieldValueComparer.Instance.Compare(held, filter.Before) < 0)
        : held.AsMany().Any(value => filter.AnyOf.Contains(value));

    private static QueryCursor Cursor(RecordQuery query, StoredRecord record) =>
        new(query.OrderBy is null ? FieldValue.Null : record[query.OrderBy], record.Key.Id);

    private static int Compare(RecordQuery query, QueryCursor x, QueryCursor y)
    {
        var order = FieldValueComparer.Instance.Compare(x.OrderValue, y.OrderValue);
        order = order != 0 ? order : RecordIdComparer.Instance.Compare(x.Id, y.Id);
        return query.Descending ? -order : order;
    }
}
