using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Queues;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Halls;

/// <summary>
/// Plays a day of a hall (大厅一日模拟) through the real managers over a real store, with a clock of events: people come by a curve, booked ones more or less
/// in time, windows call, serve and leave. For planning windows, and for proving what the calling order and the wait estimates promise.
/// </summary>
public sealed class HallSimulation
{
    private static readonly Duration s_walk = Duration.FromSeconds(20);

    private readonly HallSimulationOptions _options;
    private readonly HallDayPlan _plan;
    private readonly SimulatedClock _clock;
    private readonly PriorityQueue<Func<ValueTask>, (Instant At, long Order)> _events = new();
    private readonly Dictionary<QueueTicketId, SimulatedPerson> _byTicket = [];
    private readonly Dictionary<string, bool> _busy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Duration> _worked = new(StringComparer.Ordinal);
    private readonly HallLedger _ledger;
    private readonly AccessContext _context = new(AgencyId.Parse("simulation"), "simulation");
    private QueueManager _queue = null!;
    private long _order;

    private HallSimulation(HallSimulationOptions options)
    {
        _options = options;
        _plan = new(options);
        _clock = new(_plan.At(500));
        _ledger = new(_plan.Centre);
    }

    /// <summary>Plays a day.</summary>
    /// <param name="options">The day.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<HallDayReport> RunAsync(HallSimulationOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.People, 1, nameof(options));
        var run = new HallSimulation(options);
        return await run.PlayAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<HallDayReport> PlayAsync(CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(_clock);
        services.AddSingleton<IBookedArrivals>(_plan.Bookings);
        var builder = services.AddNewCitizen();
        if (_options.Store is { } choose) choose(builder);
        else builder.UseInMemory();
        var provider = services.BuildServiceProvider();
        await using var scope = provider.ConfigureAwait(false);
        await provider.StartNewCitizenAsync(cancellationToken).ConfigureAwait(false);
        _queue = provider.GetRequiredService<QueueManager>();
        var (items, batch) = (provider.GetRequiredService<IServiceItemStore>(), new WriteBatch(_context.Agency));
        foreach (var item in _plan.ServiceItems)
        {
            items.Stage(batch, item, ExpectedVersion.Missing);
        }

        await provider.GetRequiredService<IRecordStore>().CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        var centre = (await provider.GetRequiredService<CentreManager>().AddAsync(_context, _plan.Centre, cancellationToken).ConfigureAwait(false)).Require();
        _ledger.Centre = centre;
        (await _queue.SetUpAsync(_context, _plan.Setup with { Centre = centre.Id }, cancellationToken).ConfigureAwait(false)).Require();
        _plan.Bookings.MoveTo(centre.Id);

        foreach (var person in _plan.People)
        {
            Schedule(person.ComesAt, () => ComeAsync(person));
        }

        foreach (var window in centre.Windows)
        {
            _busy[window.Code] = false;
            _worked[window.Code] = Duration.Zero;
            Schedule(_plan.At(510), () => OpenAsync(window));
            Schedule(_plan.At(22 * 60), () => CloseAsync(window));
            if (window.Shifts is { } shifts) Schedule(_plan.At(shifts.MakeUpWorkdays[^1].Until.Hour * 60), () => CloseAsync(window));
        }

        while (_events.TryDequeue(out var step, out var when))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _clock.Now = when.At;
            await step().ConfigureAwait(false);
        }

        return HallDayReport.Of(_options, _plan, centre, _worked);
    }

    private void Schedule(Instant at, Func<ValueTask> step) => _events.Enqueue(step, (at, _order++));

    private async ValueTask ComeAsync(SimulatedPerson person)
    {
        var priority = person.IsPriority ? "elderly" : null;
        var outcome = person.Appointment is { } appointment
            ? await _queue.CheckInAsync(_context, new CheckIn(_ledger.Centre.Id, appointment, priority), default).ConfigureAwait(false)
            : await _queue.TakeTicketAsync(_context, new TakeTicket(_ledger.Centre.Id, [person.Item], priority), null, default).ConfigureAwait(false);
        if (!outcome.Succeeded)
        {
            return;
        }

        person.Class = outcome.Value.Ticket.Class;
        person.Ticket = outcome.Value.Ticket.Id;
        person.Order = _byTicket.Count;
        _byTicket.Add(person.Ticket, person);
        if (_options.EstimateEvery > 0 && person.Order % _options.EstimateEvery == 0)
        {
            person.Estimate = await _queue.EstimateAsync(_context, person.Ticket, default).ConfigureAwait(false);
            _ledger.ApplyRules(person, _clock.Now);
        }

        _ledger.Join(person);
        foreach (var window in _ledger.Centre.Windows)
        {
            if (_busy.TryGetValue(window.Code, out var busy) && !busy && _ledger.IsOpen(window.Code) && window.Items.Contains(person.Item))
            {
                await CallAsync(window).ConfigureAwait(false);
                break;
            }
        }
    }

    private async ValueTask OpenAsync(ServiceWindow window)
    {
        _ledger.Open(window.Code);
        (await _queue.SignOnAsync(_context, _ledger.Centre.Id, window.Code, default).ConfigureAwait(false)).Require();
        await CallAsync(window).ConfigureAwait(false);
    }

    private async ValueTask CloseAsync(ServiceWindow window)
    {
        _ledger.Close(window.Code);
        if (!_busy[window.Code]) (await _queue.SignOffAsync(_context, _ledger.Centre.Id, window.Code, default).ConfigureAwait(false)).Require();
    }

    private async ValueTask CallAsync(ServiceWindow window)
    {
        var outcome = await _queue.CallNextAsync(_context, _ledger.Centre.Id, window.Code, default).ConfigureAwait(false);
        if (!outcome.Succeeded)
        {
            if (outcome.FirstError.Code != QueueErrors.NobodyWaits) outcome.Require();
            return;
        }

        var (called, now) = (_byTicket[outcome.Value.Id], _clock.Now);
        called.CalledAt = now;
        _ledger.Call(called, window, now);
        _busy[window.Code] = true;
        if (called.IsGone)
        {
            Schedule(now + _plan.Setup.NoShowAfter!.Value, async () =>
            {
                called.IsNoShow = (await _queue.MarkNoShowAsync(_context, called.Ticket, window.Code, default).ConfigureAwait(false)).Succeeded;
                await FreeAsync(window, now).ConfigureAwait(false);
            });
            return;
        }

        Schedule(now + s_walk, async () =>
        {
            (await _queue.StartAsync(_context, called.Ticket, window.Code, default).ConfigureAwait(false)).Require();
            Schedule(now + s_walk + Duration.FromMilliseconds((long)(called.Seconds * 1000)), async () =>
            {
                (await _queue.FinishAsync(_context, called.Ticket, window.Code, default).ConfigureAwait(false)).Require();
                await FreeAsync(window, now).ConfigureAwait(false);
            });
        });
    }

    private async ValueTask FreeAsync(ServiceWindow window, Instant since)
    {
        _busy[window.Code] = false;
        _worked[window.Code] += _clock.Now - since;
        if (_ledger.IsOpen(window.Code)) await CallAsync(window).ConfigureAwait(false);
        else await CloseAsync(window).ConfigureAwait(false);
    }
}
