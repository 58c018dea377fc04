using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Relays;

public sealed partial class ChangeRelay
{
    private const int MaxCounted = 10_000;

    /// <summary>Counts what waits, whoever runs the relay. Reads at most 10,000 entries of the feed.</summary>
    /// <exception cref="NewCitizenException">The store cannot be used.</exception>
    public async ValueTask<RelayStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var record = await _store.GetAsync(RelayPosition.KeyOf(Name), cancellationToken).ConfigureAwait(false);
            var position = record is null ? new RelayPosition(Name, FeedPosition.Start, NeedsFullCopy: false, Instant.MinValue) : RelayPosition.Read(record);
            var after = position.Position == _base && _cursor > _base ? _cursor : position.Position;
            var status = Status with { Position = position.Position };
            if (position.NeedsFullCopy)
            {
                return Keep(status with { State = RelayState.NeedsFullCopy });
            }

            try
            {
                var page = await _feed.ReadChangesAsync(agency: null, after, MaxCounted, cancellationToken).ConfigureAwait(false);
                var waiting = page.Entries.Where(IsWanted).ToList();
                Keep(status);
                NoteWaiting(waiting.Count > 0 ? waiting[0].Position : null, waiting.Count, page.Entries.Count == MaxCounted);
                return Status;
            }
            catch (NewCitizenException e) when (e.Code == StorageErrors.FeedTrimmed)
            {
                return Keep(status with { State = RelayState.NeedsFullCopy });
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private RelayStatus Keep(RelayStatus status)
    {
        Volatile.Write(ref _status, status);
        return status;
    }

    private RelayStep Rest(RelayState state)
    {
        var failed = state is RelayState.NeedsFullCopy;
        Keep(Status with
        {
            State = state,
            Failures = failed ? Status.Failures : 0,
            LastFailure = failed ? RelayErrors.NeedsFullCopy.Value : null,
        });
        return new RelayStep(state, 0, 0, _options.PollInterval);
    }

    private RelayStep Fail(RelayState state, string reason, int accepted, Duration? retryAfter)
    {
        var wait = _backoff.Next(retryAfter);
        Keep(Status with { State = state, Failures = _backoff.Failures, LastFailure = reason });
        return new RelayStep(state, accepted, 0, wait);
    }

    private void Count(int delivered, int parked) =>
        Keep(Status with { Delivered = Status.Delivered + delivered, Parked = Status.Parked + parked });

    private void NoteWaiting(FeedPosition? head, int count, bool isAtLeast)
    {
        Instant? since = head is null ? null : head == _head && Status.WaitingSince is { } known ? known : _clock.GetCurrentInstant();
        _head = head ?? default;
        Keep(Status with { Behind = count, BehindIsAtLeast = isAtLeast, WaitingSince = since });
    }
}
