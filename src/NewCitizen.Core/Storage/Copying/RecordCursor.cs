namespace NewCitizen.Storage.Copying;

/// <summary>Walks over everything of one kind in a store, a page at a time.</summary>
internal sealed class RecordCursor(IBulkLoader store, RecordKind kind)
{
    private const int PageSize = 1000;
    private IReadOnlyList<StoredRecord> _page = [];
    private int _at;
    private bool _ended;
    private RecordKey? _last;

    /// <summary>The record at which it stands; null at the end.</summary>
    public StoredRecord? Current { get; private set; }

    /// <summary>Goes on to the next record.</summary>
    /// <param name="from">A page that has to be read begins after this place at the earliest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask NextAsync(RecordKey? from, CancellationToken cancellationToken)
    {
        if (_at == _page.Count && !_ended)
        {
            var after = _last is null || (from is { } place && Compare(place, _last.Value) > 0) ? from ?? _last : _last;
            _page = await store.ScanAsync(kind, after, PageSize, cancellationToken).ConfigureAwait(false);
            _at = 0;
            _ended = _page.Count == 0;
        }

        Current = _ended ? null : _page[_at++];
        _last = Current?.Key ?? _last;
    }

    /// <summary>The order of a scan: agency, then the big-endian bytes of the id, which is how ids compare.</summary>
    public static int Compare(RecordKey x, RecordKey y)
    {
        var order = x.Agency.CompareTo(y.Agency);
        return order != 0 ? order : x.Id.CompareTo(y.Id);
    }

    /// <summary>Which of two cursors comes first: negative for this one, positive for the other, 0 if both stand at one place. The end comes last.</summary>
    public int OrderTo(RecordCursor other) => (Current, other.Current) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        var (x, y) => Compare(x.Key, y.Key),
    };
}
