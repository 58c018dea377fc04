using NewCitizen.Agencies;

namespace NewCitizen.Storage.Records;

/// <summary>What all typed stores share: reading through a mapper, and no trust in what a store returns.</summary>
internal sealed class TypedRecords<T>(IRecordStore store, RecordKind kind, Func<StoredRecord, T> read, PageCursorSeal cursors)
    where T : class
{
    public TypedRecords(IRecordStore store, IRecordMapper<T> mapper, PageCursorSeal cursors)
        : this(store, mapper.Kind, mapper.Read, cursors)
    {
    }

    public RecordKind Kind => kind;

    public async ValueTask<T?> FindAsync(AgencyId agency, Guid id, CancellationToken cancellationToken)
    {
        var key = new RecordKey(agency, kind, id);
        var stored = await store.GetAsync(key, cancellationToken).ConfigureAwait(false);
        return stored is null ? null : Read(stored, key);
    }

    public async ValueTask<IReadOnlyList<T?>> FindManyAsync(AgencyId agency, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var keys = ids.Select(id => new RecordKey(agency, kind, id)).ToArray();
        if (keys.Length == 0)
        {
            return [];
        }

        var stored = await store.GetManyAsync(keys, cancellationToken).ConfigureAwait(false);
        var records = new T?[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            records[i] = stored[i] is { } record ? Read(record, keys[i]) : null;
        }

        return records;
    }

    /// <summary>The first record with one of the values, or null.</summary>
    public async ValueTask<T?> FirstAsync(AgencyId agency, string field, IReadOnlyList<FieldValue> anyOf, CancellationToken cancellationToken)
    {
        var query = new RecordQuery(agency, kind, [FieldFilter.In(field, anyOf)], limit: 1);
        var page = await store.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        return page.Records.Count == 0 ? null : Read(page.Records[0], new RecordKey(agency, kind, page.Records[0].Key.Id));
    }

    public async ValueTask<Page<T>> PageAsync(RecordQuery question, string? after, CancellationToken cancellationToken)
    {
        var query = after is null
            ? question
            : new RecordQuery(question.Agency, question.Kind, question.Where, question.OrderBy, question.Descending, question.Limit, cursors.Open(question, after));
        var page = await store.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        var items = new List<T>(page.Records.Count);
        foreach (var stored in page.Records)
        {
            items.Add(Read(stored, new RecordKey(question.Agency, kind, stored.Key.Id)));
        }

        return new Page<T>(items, page.Next is { } next ? cursors.Seal(question, next) : null);
    }

    // A store with a loose comparison or a wrong scope must not hand one agency another's record.
    private T Read(StoredRecord stored, RecordKey expected) =>
        stored.Key == expected
            ? read(stored)
            : throw new StoreUnavailableException(StorageErrors.WrongRecord);
}
