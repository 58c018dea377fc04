using NewCitizen.Errors;

namespace NewCitizen.Storage.Copying;

/// <summary>
/// Finds the end of a change feed without reading it: a position is at or behind the end if nothing comes after it, so the end is found by
/// halving, also where the beginning was trimmed away.
/// </summary>
internal static class FeedEnd
{
    public static async ValueTask<FeedPosition> FindAsync(IChangeFeed feed, CancellationToken cancellationToken)
    {
        var epoch = await LowestAsync(number => EndsAtAsync(feed, new FeedPosition(number, long.MaxValue), cancellationToken)).ConfigureAwait(false);
        var sequence = await LowestAsync(number => EndsAtAsync(feed, new FeedPosition(epoch, number), cancellationToken)).ConfigureAwait(false);
        return new(epoch, sequence);
    }

    /// <summary>Whether nothing comes after a position.</summary>
    public static async ValueTask<bool> EndsAtAsync(IChangeFeed feed, FeedPosition position, CancellationToken cancellationToken)
    {
        try
        {
            return (await feed.ReadChangesAsync(agency: null, position, limit: 1, cancellationToken).ConfigureAwait(false)).Entries.Count == 0;
        }
        catch (NewCitizenException e) when (e.Code == StorageErrors.FeedTrimmed)
        {
            return false;
        }
    }

    private static async ValueTask<long> LowestAsync(Func<long, ValueTask<bool>> holds)
    {
        if (await holds(0).ConfigureAwait(false))
        {
            return 0;
        }

        var (below, at) = (0L, long.MaxValue);
        while (at - below > 1)
        {
            var middle = below + ((at - below) / 2);
            if (await holds(middle).ConfigureAwait(false))
            {
                at = middle;
            }
            else
            {
                below = middle;
            }
        }

        return at;
    }
}
