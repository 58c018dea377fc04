using NewCitizen.Storage;

namespace NewCitizen.Relays;

/// <summary>
/// All relays of a store as one reader of its feed, wherever they run: the slowest counts. So a nightly trim in one host waits for a relay in another.
/// A relay that will not run again holds it until it is forgotten.
/// </summary>
internal sealed class RelayFeedReader(IRecordStore store) : IChangeFeedReader
{
    public string Name => "relays";

    public async ValueTask<FeedPosition> ReadHandledAsync(CancellationToken cancellationToken)
    {
        var positions = await RelayPositions.ListAsync(store, cancellationToken).ConfigureAwait(false);
        return positions.Count == 0 ? new FeedPosition(long.MaxValue, long.MaxValue) : positions.Min(position => position.Position);
    }
}
