using NewCitizen.Storage;

namespace NewCitizen.Testing.InMemory;

/// <summary>Answers a query over a list of records: filter, sort, cut.</summary>
internal static class MemoryQuery
{
    /// <summary>The records that meet every condition.</summary>
    public static List<StoredRecord> Filter(RecordQuery query, IEnumerable<StoredRecord> living)
    {
        var places = query.Where.Select(filter => query.Kind.PositionOf(filter.Field)).ToArray();
        var found = new List<StoredRecord>();
        foreach (var record in living)
        {
            var fits = true;
            for (var i = 0; fits && i < places.Length; i++)
            {
                fits = Matches(query.Where[i], record.Fields[places[i]]);
            }

            if (fits) found.Add(record);
        }

        return found;
    }

    public static RecordPage Answer(RecordQuery query, IEnumerable<StoredRecord> living)
    {
        var order = query.OrderBy is null
            ? Comparer<StoredRecord>.Create((x, y) => (query.Descending ? -1 : 1) * RecordIdComparer.Instance.Compare(x.Key.Id, y.Key.Id))
            : Comparer<StoredRecord>.Create((x, y) => Compare(query, Cursor(query, x), Cursor(query, y)));
        var found = Filter(query, living)
            .Where(record => query.OrderBy is null || !record[query.OrderBy].IsNull)
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
        : !held.IsMany ? !held.IsNull && Contains(filter.AnyOf, held) : held.AsMany().Any(value => Contains(filter.AnyOf, value));

    private static bool Contains(IReadOnlyList<FieldValue> values, FieldValue held)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] == held) return true;
        }

        return false;
    }

    private static QueryCursor Cursor(RecordQuery query, StoredRecord record) =>
        new(query.OrderBy is null ? FieldValue.Null : record[query.OrderBy], record.Key.Id);

    private static int Compare(RecordQuery query, QueryCursor x, QueryCursor y)
    {
        var order = FieldValueComparer.Instance.Compare(x.OrderValue, y.OrderValue);
        order = order != 0 ? order : RecordIdComparer.Instance.Compare(x.Id, y.Id);
        return query.Descending ? -order : order;
    }
}
