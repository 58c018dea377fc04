using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Relays;

public sealed partial class ChangeRelay
{
    private static readonly TimeSpan s_settleTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_settlePoll = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Sets the relay to the present end of the feed, after NC3050 or to leave the past out. Take the full copy for the listeners after
    /// this call: it then holds everything the relay will not tell.
    /// </summary>
    /// <returns>The position from which the relay goes on.</returns>
    /// <exception cref="NewCitizenException">NC3053: another run was faster; NC3054: earlier transactions have not ended within 30 seconds.</exception>
    public async ValueTask<FeedPosition> StartOverAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (_, position) = await ReadAsync(cancellationToken).ConfigureAwait(false);
            position = position with { Holder = null };
            var marker = await CommitAsync(position, parked: null, cancellationToken).ConfigureAwait(false);
            if (!marker.IsDurable)
            {
                throw new NewCitizenException(RelayErrors.Overtaken, Name);
            }

            await SettleAsync(marker.Position, cancellationToken).ConfigureAwait(false);
            var next = position with { Version = marker.Versions[0], Position = marker.Position, NeedsFullCopy = false };
            return await WriteAsync(next, parked: null, cancellationToken).ConfigureAwait(false) is null
                ? throw new NewCitizenException(RelayErrors.Overtaken, Name)
                : marker.Position;
        }
        finally
        {
            _gate.Release();
        }
    }

    // The feed shows an entry only when no earlier one can still appear. Once it shows ours, every change from before is committed
    // or gone, and so in a copy taken from now on.
    private async ValueTask SettleAsync(FeedPosition marker, CancellationToken cancellationToken)
    {
        var before = new FeedPosition(marker.Epoch, marker.Sequence - 1);
        var start = _time.GetTimestamp();
        while ((await _feed.ReadChangesAsync(agency: null, before, 1, cancellationToken).ConfigureAwait(false)).Entries.Count == 0)
        {
            if (_time.GetElapsedTime(start) > s_settleTime)
            {
                throw new NewCitizenException(RelayErrors.NotSettled);
            }

            await Task.Delay(s_settlePoll, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<(Guid Stream, RelayPosition Position)> ReadAsync(CancellationToken cancellationToken)
    {
        var key = RelayPosition.KeyOf(Name);
        var records = await _store.GetManyAsync([FeedIdentity.Key, key], cancellationToken).ConfigureAwait(false);
        var identity = records[0];
        if (identity is null)
        {
            // Whoever is first gives the identity; so read again whatever became of ours.
            await _store.CommitAsync(FeedIdentity.Write(_ids.Next(), 0, _clock.GetCurrentInstant()), cancellationToken).ConfigureAwait(false);
            identity = await _store.GetAsync(FeedIdentity.Key, cancellationToken).ConfigureAwait(false)
                ?? throw new NewCitizenException(StorageErrors.OutcomeUnknown);
        }

        var position = records[1] is { } record
            ? RelayPosition.Read(record)
            : new RelayPosition(Name, FeedPosition.Start, NeedsFullCopy: false, Instant.MinValue);
        return (FeedIdentity.Stream(identity), position);
    }

    private async ValueTask<RelayStep> SkipAsync(RelayPosition position, FeedPage<ChangeEntry> page, CancellationToken cancellationToken)
    {
        _cursor = page.Position;
        _skipped += page.Entries.Count;
        if (_skipped >= MaxSkipped && await WriteAsync(position with { Position = _cursor }, parked: null, cancellationToken).ConfigureAwait(false) is not null)
        {
            _skipped = 0;
        }

        if (page.Entries.Count == _options.BatchSize)
        {
            return new RelayStep(RelayState.Delivering, 0, 0, Duration.Zero);
        }

        _backoff.Reset();
        NoteWaiting(null, 0, isAtLeast: false);
        return Rest(RelayState.Idle);
    }

    /// <summary>Null when it was not written, or may not be: the next step reads what is there.</summary>
    private async ValueTask<RelayPosition?> WriteAsync(RelayPosition position, (ChangeMessage Message, string Reason)? parked, CancellationToken cancellationToken)
    {
        var result = await CommitAsync(position, parked, cancellationToken).ConfigureAwait(false);
        if (!result.IsDurable)
        {
            return null;
        }

        _writtenAt = _time.GetTimestamp();
        Volatile.Write(ref _status, Status with { Position = position.Position });
        return position with { Version = result.Versions[0] };
    }

    private ValueTask<CommitResult> CommitAsync(RelayPosition position, (ChangeMessage Message, string Reason)? parked, CancellationToken cancellationToken)
    {
        var now = _clock.GetCurrentInstant();
        var batch = (position with { UpdatedAt = now }).AddTo(new WriteBatch(RelayKinds.Agency));
        if (parked is var (message, reason))
        {
            ParkedMessage.AddTo(batch, Name, message, reason, now);
        }

        return _store.CommitAsync(batch, cancellationToken);
    }
}
