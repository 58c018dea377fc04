using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Relays;

/// <summary>
/// Forgets change entries that every relay has delivered and that are older than a stated age (变更流清理). Call it every hour or so. A
/// feed holds no times, so each call notes where the slowest relay stands; the age is counted from such notes, never too short.
/// </summary>
/// <param name="store">Keeps the notes.</param>
/// <param name="maintenance">Trims the feed of the same store.</param>
/// <param name="clock">Says when.</param>
public sealed class FeedTrimmer(IRecordStore store, IStoreMaintenance maintenance, IClock clock)
{
    private const int MaxMarks = 1000;

    /// <summary>Trims once.</summary>
    /// <param name="keep">Entries younger than this stay, for readers that are no relays. At least zero.</param>
    /// <param name="relays">Names of all relays that must have delivered; one without a position yet keeps everything.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keep"/> is below zero.</exception>
    public async ValueTask<FeedTrim> TrimAsync(Duration keep, IReadOnlyCollection<string> relays, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, Duration.Zero);
        ArgumentNullException.ThrowIfNull(relays);

        // Read before the positions: a renewed identity after this makes the note fail, not wrong.
        var identity = await store.GetAsync(FeedIdentity.Key, cancellationToken).ConfigureAwait(false);
        var positions = await RelayPositions.ListAsync(store, cancellationToken).ConfigureAwait(false);
        if (identity is null || positions.Count == 0 || relays.FirstOrDefault(name => positions.All(position => position.Name != name)) is { } missing && missing.Length > 0)
        {
            return new FeedTrim(FeedPosition.Start, HeldBy: relays.FirstOrDefault(name => positions.All(position => position.Name != name)));
        }

        var slowest = positions.MinBy(position => position.Position)!;
        var now = clock.GetCurrentInstant();
        var marks = FeedIdentity.Marks(identity).Marks.Append(new FeedMark
        {
            UnixMilliseconds = now.ToUnixTimeMilliseconds(),
            Epoch = slowest.Position.Epoch,
            Sequence = slowest.Position.Sequence,
        }).ToList();
        var old = marks.LastOrDefault(mark => mark.UnixMilliseconds <= (now - keep).ToUnixTimeMilliseconds());
        var upTo = old is null ? FeedPosition.Start : old.Position < slowest.Position ? old.Position : slowest.Position;
        if (upTo > FeedPosition.Start)
        {
            await maintenance.TrimChangesAsync(upTo, cancellationToken).ConfigureAwait(false);
        }

        // Marks before the one used say nothing more. A lost race costs one note.
        var kept = new FeedMarks { Marks = [.. marks.SkipWhile(mark => old is not null && mark != old).TakeLast(MaxMarks)] };
        await store.CommitAsync(FeedIdentity.Write(FeedIdentity.Stream(identity), identity.Version, kept, now), cancellationToken).ConfigureAwait(false);
        return new FeedTrim(upTo, slowest.Name);
    }
}
