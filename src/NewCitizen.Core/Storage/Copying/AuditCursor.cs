using NewCitizen.Audit;

namespace NewCitizen.Storage.Copying;

/// <summary>Walks over an audit trail, a page at a time.</summary>
internal sealed class AuditCursor(IAuditTrail trail)
{
    private const int PageSize = 2000;
    private IReadOnlyList<StoredAuditEntry> _page = [];
    private FeedPosition _read;
    private int _at;

    /// <summary>The entry at which it stands; null at the end.</summary>
    public StoredAuditEntry? Current { get; private set; }

    /// <summary>Goes on to the next entry.</summary>
    public async ValueTask NextAsync(CancellationToken cancellationToken)
    {
        while (_at == _page.Count)
        {
            var page = await trail.ReadAuditAsync(agency: null, _read, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Entries.Count == 0 && page.Position == _read)
            {
                Current = null;
                return;
            }

            (_page, _read, _at) = (page.Entries, page.Position, 0);
        }

        Current = _page[_at++];
    }

    /// <summary>Whether two entries are the same in every part.</summary>
    public static bool AreSame(StoredAuditEntry x, StoredAuditEntry y) =>
        x.Position == y.Position && x.Entry == y.Entry && x.Hash.Span.SequenceEqual(y.Hash.Span);
}
