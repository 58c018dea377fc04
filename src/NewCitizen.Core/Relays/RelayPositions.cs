using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.Relays;

/// <summary>Where the relays of a store stand, whoever runs them.</summary>
public static class RelayPositions
{
    /// <summary>All relays that ever wrote a position, by no particular order.</summary>
    public static async ValueTask<IReadOnlyList<RelayPosition>> ListAsync(IRecordStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var positions = new List<RelayPosition>();
        QueryCursor? after = null;
        do
        {
            var page = await store.QueryAsync(new RecordQuery(RelayKinds.Agency, RelayKinds.Position, limit: RecordQuery.MaxLimit, after: after), cancellationToken).ConfigureAwait(false);
            positions.AddRange(page.Records.Where(record => record.Key != FeedIdentity.Key).Select(RelayPosition.Read));
            after = page.Next;
        }
        while (after is not null);
        return positions;
    }

    /// <summary>Forgets a relay that will not run again, so that it holds the feed no longer. Started again, it begins at the first entry there is.</summary>
    /// <exception cref="NewCitizenException">NC3004: it is not known whether it was forgotten; call again.</exception>
    public static async ValueTask ForgetAsync(IRecordStore store, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var batch = new WriteBatch(RelayKinds.Agency).Delete(RelayKinds.Position, RelayPosition.IdOf(name), ExpectedVersion.Any);
        var result = await store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        if (!result.IsDurable)
        {
            throw CommitFailures.Exception(result);
        }
    }
}
