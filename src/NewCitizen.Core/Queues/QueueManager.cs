using System.Text;
using System.Text.Json;
using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>
/// The lines of a hall (排队叫号): tickets, check-in, calling, serving. Numbers, calls and windows are taken inside the store's transaction, so they
/// hold across kiosks, windows and processes. Who goes first says <see cref="CallingOrder"/>. The day is that of Asia/Shanghai. Thread-safe.
/// </summary>
public sealed partial class QueueManager
{
    private readonly IRecordStore _store;
    private readonly QueueStore _queues;
    private readonly IServiceCentreStore _centres;
    private readonly IWorkCalendarSource _calendars;
    private readonly IBookedArrivals _bookings;
    private readonly TicketLinks _links;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;

    internal QueueManager(
        IRecordStore store, QueueStore queues, IServiceCentreStore centres, IWorkCalendarSource calendars, IBookedArrivals bookings, BlindIndexer indexer, IClock clock, IIdGenerator ids)
    {
        _store = store;
        _queues = queues;
        _centres = centres;
        _calendars = calendars;
        _bookings = bookings;
        _links = new(indexer);
        _clock = clock;
        _ids = ids;
    }

    /// <summary>Sets the rules of a centre's lines, in place of those it had.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="setup">The rules; with the revision that was read, or the default for the first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rules; refused with NC2401–NC2405, or NC3000 when somebody else changed them.</returns>
    public async ValueTask<Outcome<QueueSetup>> SetUpAsync(AccessContext context, QueueSetup setup, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(setup);
        using var span = NewCitizenTelemetry.Start("queue.set-up");
        var issues = QueueSetupRules.Check(setup);
        if (issues.Count > 0)
        {
            return Outcome<QueueSetup>.Refused(issues);
        }

        if (await _centres.FindAsync(context.Agency, setup.Centre, cancellationToken).ConfigureAwait(false) is null)
        {
            return Outcome<QueueSetup>.Refused(QueueErrors.CentreUnknown);
        }

        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "queue.set-up", QueueKinds.Setup, setup.Centre.Value));
        _queues.Stage(batch, setup, Expect(setup.Revision));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable
            ? Outcome<QueueSetup>.Done(setup with { Revision = new(result.Versions[^1]) })
            : Outcome<QueueSetup>.Refused([CommitFailures.Issue(result)]);
    }

    /// <summary>Reads the rules of a centre's lines; null if there are none.</summary>
    public ValueTask<QueueSetup?> FindSetupAsync(AccessContext context, ServiceCentreId centre, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _queues.FindSetupAsync(context.Agency, centre, cancellationToken);
    }

    private static ExpectedVersion Expect(Revision revision) => revision == default ? ExpectedVersion.Missing : revision.Expected;

    // Whole milliseconds, as the store keeps them: what is decided before a commit and after reading it again must be the same.
    private Instant Now() => Instant.FromUnixTimeMilliseconds(_clock.GetCurrentInstant().ToUnixTimeMilliseconds());

    private static void Emit(WriteBatch batch, string type, QueueTicket ticket)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("number", ticket.Number);
            json.WriteString("line", ticket.Group);
            if (ticket.Window is { } window) json.WriteString("window", window);
            json.WriteEndObject();
        }

        batch.Emit(new DomainEvent(type, new RecordKey(batch.Agency, QueueKinds.Ticket, ticket.Id.Value), buffer.ToArray()));
    }

    private void Record(AccessContext context, WriteBatch batch, string action, QueueTicket ticket)
    {
        batch.AddAudit(context.Entry(_clock, action, QueueKinds.Ticket, ticket.Id.Value, ticket.Window is { } window ? Detail(window) : null));
        Emit(batch, action, ticket);
    }

    private static string Detail(string window)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("window", window);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
