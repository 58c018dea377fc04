using System.Globalization;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Relays;

/// <summary>
/// Passes the change feed on to one receiver (变更转发). At least once, without a gap, and in the order of the feed inside an agency:
/// the first time a receiver sees an event, it has seen all earlier ones of that agency, but for those it refused itself.
/// Events come again after a crash, a lost answer, or while two runs overlap. Thread-safe.
/// </summary>
/// <remarks>
/// The position is a record with a version, written only after the receiver took the messages, and only over the version that was read
/// before: of two runs of one relay only one can go on, whatever clocks and leases say. The lease merely saves double work.
/// </remarks>
public sealed partial class ChangeRelay : IDisposable
{
    // Entries nobody is told of (our own positions, checkpoints, what a filter leaves out) before the position is written all the same.
    private const int MaxSkipped = 1000;
    private const int MaxNameLength = 40;

    private readonly IChangeSink _sink;
    private readonly IRecordStore _store;
    private readonly IChangeFeed _feed;
    private readonly RelayOptions _options;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly RelayBackoff _backoff;
    private readonly Guid _holder;

    private FeedPosition _base;
    private FeedPosition _cursor;
    private int _skipped;
    private int _parkedInARow;
    private long _seenVersion = -1;
    private long _seenAt;
    private long _writtenAt;
    private RelayStatus _status;
    private FeedPosition _head;

    /// <summary>Makes a run of a relay. Runs of one name, in any process, share the position.</summary>
    /// <param name="name">1 to 40 characters of a–z, 0–9 and hyphen; not <c>feed</c>.</param>
    /// <param name="sink">The receiver. Called by one thread at a time.</param>
    /// <param name="store">Keeps the position and parked messages.</param>
    /// <param name="feed">The change feed of the same store.</param>
    /// <param name="options">Settings; must not be changed afterwards.</param>
    /// <param name="clock">Stamps what is written.</param>
    /// <param name="ids">Tells runs apart.</param>
    /// <param name="time">Steady time for leases; the system's if null.</param>
    /// <exception cref="ArgumentException">The name or a setting is out of range.</exception>
    public ChangeRelay(
        string name,
        IChangeSink sink,
        IRecordStore store,
        IChangeFeed feed,
        RelayOptions options,
        IClock clock,
        IIdGenerator ids,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(ids);
        RequireName(name);
        options.Require();
        (Name, _sink, _store, _feed, _options, _clock, _ids) = (name, sink, store, feed, options, clock, ids);
        _time = time ?? TimeProvider.System;
        _holder = ids.Next();
        _backoff = new RelayBackoff(options, _holder);
        _status = new RelayStatus(name, RelayState.Stopped, FeedPosition.Start, 0, BehindIsAtLeast: false, WaitingSince: null, 0, LastFailure: null, 0, 0);
    }

    /// <summary>Name of the relay.</summary>
    public string Name { get; }

    /// <summary>How the relay stood after the last step of this run; asks nobody.</summary>
    public RelayStatus Status => Volatile.Read(ref _status);

    /// <summary>Reads a stretch of the feed, hands it over, and writes the position. A host calls it again and again.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was handed over may come again.</exception>
    public async ValueTask<RelayStep> StepAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await StepInsideAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NewCitizenException e)
        {
            return Fail(RelayState.StoreUnavailable, e.Code.Value, 0, null);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Lets another run take over at once; call it when this one ends.</summary>
    public async ValueTask ReleaseAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var record = await _store.GetAsync(RelayPosition.KeyOf(Name), cancellationToken).ConfigureAwait(false);
            if (record is not null && RelayPosition.Read(record) is { } position && position.Holder == _holder)
            {
                await WriteAsync(position with { Holder = null, Position = Later(position.Position) }, parked: null, cancellationToken).ConfigureAwait(false);
            }

            Volatile.Write(ref _status, Status with { State = RelayState.Stopped });
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    internal Duration PollInterval => _options.PollInterval;

    private async ValueTask<RelayStep> StepInsideAsync(CancellationToken cancellationToken)
    {
        var (stream, position) = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (position.NeedsFullCopy)
        {
            return Rest(RelayState.NeedsFullCopy);
        }

        if (IsHeldByAnother(position))
        {
            return Rest(RelayState.Standby);
        }

        FeedPage<ChangeEntry> page;
        try
        {
            page = await _feed.ReadChangesAsync(agency: null, Later(position.Position), _options.BatchSize, cancellationToken).ConfigureAwait(false);
        }
        catch (NewCitizenException e) when (e.Code == StorageErrors.FeedTrimmed)
        {
            // Written down, so that every run of the relay stands still and a restart does not hide it.
            await WriteAsync(position with { NeedsFullCopy = true }, parked: null, cancellationToken).ConfigureAwait(false);
            return Rest(RelayState.NeedsFullCopy);
        }

        var messages = new List<ChangeMessage>(page.Entries.Count);
        foreach (var entry in page.Entries)
        {
            if (IsWanted(entry))
            {
                messages.Add(ChangeMessage.Create(entry, _options.Source, stream));
            }
        }

        if (messages.Count == 0)
        {
            return await SkipAsync(position, page, cancellationToken).ConfigureAwait(false);
        }

        NoteWaiting(messages[0].Entry.Position, messages.Count, page.Entries.Count == _options.BatchSize);
        if (position.Holder != _holder || _time.GetElapsedTime(_writtenAt) > _options.Lease.ToTimeSpan() / 2)
        {
            // Taken before the first message goes out, and kept fresh, so that another run does not start on the same ones.
            if (await WriteAsync(position with { Holder = _holder }, parked: null, cancellationToken).ConfigureAwait(false) is not { } taken)
            {
                return Rest(RelayState.Standby);
            }

            position = taken;
        }

        return await DeliverAsync(position, page, messages, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<RelayStep> DeliverAsync(
        RelayPosition position, FeedPage<ChangeEntry> page, List<ChangeMessage> messages, CancellationToken cancellationToken)
    {
        var result = await AskSinkAsync(messages, cancellationToken).ConfigureAwait(false);
        var accepted = result.AcceptedCount;
        var parks = result.Status == DeliveryStatus.Refused && _parkedInARow < _options.MaxParkedInARow;
        var done = accepted + (parks ? 1 : 0);
        if (done > 0)
        {
            var reached = done == messages.Count ? page.Position : messages[done - 1].Entry.Position;
            var parked = parks ? messages[accepted] : null;
            var next = position with { Position = reached, Holder = _holder };
            if (await WriteAsync(next, parked is null ? null : (parked, result.Reason ?? "refused"), cancellationToken).ConfigureAwait(false) is null)
            {
                // Another run was faster, or the outcome is unknown: what was handed over comes again, nothing is left out.
                return Rest(RelayState.Standby);
            }

            _skipped = 0;
            _parkedInARow = !parks ? 0 : accepted > 0 ? 1 : _parkedInARow + 1;
            if (accepted > 0 || parks)
            {
                _backoff.Reset();
            }

            Count(accepted, parks ? 1 : 0);
        }

        if (result.Status == DeliveryStatus.Failed)
        {
            return Fail(RelayState.Failing, result.Reason ?? "failed", accepted, result.RetryAfter);
        }

        if (result.Status == DeliveryStatus.Refused && !parks)
        {
            return Fail(RelayState.Refused, result.Reason ?? "refused", accepted, null);
        }

        NoteWaiting(null, messages.Count - done, page.Entries.Count == _options.BatchSize);
        Volatile.Write(ref _status, Status with { State = RelayState.Delivering, Failures = 0, LastFailure = null });
        return new RelayStep(RelayState.Delivering, accepted, parks ? 1 : 0, Duration.Zero);
    }

    // A sink of a host's own may throw anything, or count wrongly; neither may lose a message.
    private async ValueTask<DeliveryResult> AskSinkAsync(List<ChangeMessage> messages, CancellationToken cancellationToken)
    {
        try
        {
            var result = await _sink.DeliverAsync(messages, cancellationToken).ConfigureAwait(false);
            var most = result.Status == DeliveryStatus.Accepted ? messages.Count : messages.Count - 1;
            var least = result.Status == DeliveryStatus.Accepted ? messages.Count : 0;
            return result.AcceptedCount >= least && result.AcceptedCount <= most ? result : DeliveryResult.Failed(0, "wrong-count");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return DeliveryResult.Failed(0, e.GetType().Name);
        }
    }

    private bool IsWanted(ChangeEntry entry) => entry.Agency != RelayKinds.Agency && (_options.Include?.Invoke(entry) ?? true);

    private bool IsHeldByAnother(RelayPosition position)
    {
        if (position.Version != _seenVersion)
        {
            _seenVersion = position.Version;
            _seenAt = _time.GetTimestamp();
        }

        return position.Holder is { } holder && holder != _holder && _time.GetElapsedTime(_seenAt) < _options.Lease.ToTimeSpan();
    }

    private FeedPosition Later(FeedPosition stored)
    {
        if (stored != _base || _cursor < stored)
        {
            _base = stored;
            _cursor = stored;
            _skipped = 0;
        }

        return _cursor;
    }

    private static void RequireName(string name)
    {
        var valid = name is { Length: >= 1 and <= MaxNameLength } && name != FeedIdentity.Name && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (!valid)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A relay is named by 1 to {MaxNameLength} characters of a-z, 0-9 and '-', and not '{FeedIdentity.Name}'."), nameof(name));
        }
    }
}
