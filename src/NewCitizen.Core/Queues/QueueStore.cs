using System.Collections.Concurrent;
using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Queues;

internal sealed class QueueStore : IQueueStore, IRecordMapper<QueueSetup>, IRecordMapper<QueueTicket>, IRecordMapper<WindowDuty>, IRecordMapper<QueueDay>
{
    private const int PageSize = 1000;

    // The halls of a host at a time: each call reads everybody who is there, and most of them are as they were.
    private const int MaxKept = 4096;

    private readonly IRecordStore _store;
    private readonly TypedRecords<QueueSetup> _setups;
    private readonly TypedRecords<QueueTicket> _tickets;
    private readonly TypedRecords<WindowDuty> _duties;
    private readonly TypedRecords<QueueDay> _days;
    private readonly ConcurrentDictionary<RecordKey, (StoredRecord Stored, QueueTicket Ticket)> _decoded = new();

    public QueueStore(IRecordStore store, PageCursorSeal cursors)
    {
        _store = store;
        _setups = new(store, this, cursors);
        _tickets = new(store, this, cursors);
        _duties = new(store, this, cursors);
        _days = new(store, this, cursors);
    }

    RecordKind IRecordMapper<QueueSetup>.Kind => QueueKinds.Setup;

    RecordKind IRecordMapper<QueueTicket>.Kind => QueueKinds.Ticket;

    RecordKind IRecordMapper<WindowDuty>.Kind => QueueKinds.Duty;

    RecordKind IRecordMapper<QueueDay>.Kind => QueueKinds.Calls;

    public ValueTask<QueueSetup?> FindSetupAsync(AgencyId agency, ServiceCentreId centre, CancellationToken cancellationToken) => _setups.FindAsync(agency, centre.Value, cancellationToken);

    public ValueTask<QueueTicket?> FindTicketAsync(AgencyId agency, QueueTicketId id, CancellationToken cancellationToken) => _tickets.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<QueueTicket?> FindByAppointmentAsync(AgencyId agency, AppointmentId appointment, CancellationToken cancellationToken) =>
        _tickets.FirstAsync(agency, QueueKinds.AppointmentId, [QueueKeys.Id(appointment.Value)], cancellationToken);

    public ValueTask<QueueTicket?> FindByNumberAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, string number, CancellationToken cancellationToken) =>
        _tickets.FirstAsync(agency, QueueKinds.NumberKey, [FieldValue.Text(QueueKeys.OfDay(centre, day, number))], cancellationToken);

    public async ValueTask<IReadOnlyList<QueueTicket>> ListInHallAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, CancellationToken cancellationToken)
    {
        var all = await AllAsync(
            _tickets,
            new RecordQuery(agency, QueueKinds.Ticket, [FieldFilter.Equal(QueueKinds.InHall, FieldValue.Text(QueueKeys.CentreDay(centre, day)))], limit: PageSize),
            cancellationToken).ConfigureAwait(false);
        all.Sort(QueueArrival.Compare);
        return all;
    }

    public async ValueTask<IReadOnlyList<QueueTicket>> ListDoneAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, string group, int limit, CancellationToken cancellationToken)
    {
        var where = FieldFilter.Equal(QueueKinds.DoneIn, FieldValue.Text(QueueKeys.OfDay(centre, day, group)));
        var query = new RecordQuery(agency, QueueKinds.Ticket, [where], orderBy: QueueKinds.EndedAt, descending: true, limit: limit);
        return (await _tickets.PageAsync(query, after: null, cancellationToken).ConfigureAwait(false)).Items;
    }

    public async ValueTask<IReadOnlyList<WindowDuty>> ListDutiesAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, CancellationToken cancellationToken)
    {
        FieldFilter[] where = [FieldFilter.Equal(QueueKinds.CentreId, QueueKeys.Id(centre.Value)), FieldFilter.Equal(QueueKinds.Day, FieldValue.Date(day))];
        var all = await AllAsync(_duties, new RecordQuery(agency, QueueKinds.Duty, where, limit: PageSize), cancellationToken).ConfigureAwait(false);
        all.Sort((one, other) => string.CompareOrdinal(one.Window, other.Window));
        return all;
    }

    public async ValueTask<WindowDuty> DutyAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, string window, CancellationToken cancellationToken) =>
        await _duties.FindAsync(agency, QueueKeys.Duty(centre, day, window), cancellationToken).ConfigureAwait(false)
        ?? new WindowDuty(centre, day, window, default, IsStaffed: false, Ticket: null, Number: null);

    public async ValueTask<QueueDay> DayAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, CancellationToken cancellationToken) =>
        await _days.FindAsync(agency, QueueKeys.Calls(centre, day), cancellationToken).ConfigureAwait(false)
        ?? new QueueDay(centre, day, default, [], [], []);

    /// <summary>The last number of a prefix that was given on a day; null if there is no counter yet.</summary>
    public async ValueTask<long?> IssuedAsync(AgencyId agency, ServiceCentreId centre, LocalDate day, string prefix, CancellationToken cancellationToken)
    {
        var key = new RecordKey(agency, QueueKinds.Counter, QueueKeys.Counter(centre, day, prefix));
        var stored = await _store.GetAsync(key, cancellationToken).ConfigureAwait(false);
        return stored is null ? null : stored.Key == key ? stored[QueueKinds.Issued].AsInteger() : throw new StoreUnavailableException(StorageErrors.WrongRecord);
    }

    /// <summary>Takes the number after <paramref name="issued"/>, and no other.</summary>
    public static void StageNumber(WriteBatch batch, ServiceCentreId centre, LocalDate day, string prefix, long? issued)
    {
        var id = QueueKeys.Counter(centre, day, prefix);
        if (issued is not { } last)
        {
            batch.Put(
                QueueKinds.Counter,
                id,
                ExpectedVersion.Missing,
                [QueueKeys.Id(centre.Value), FieldValue.Date(day), FieldValue.Text(prefix), FieldValue.Integer(1)],
                "{}"u8.ToArray());
            return;
        }

        batch.Increment(QueueKinds.Counter, id, QueueKinds.Issued, +1, last + 1, last + 1);
    }

    public void Stage(WriteBatch batch, QueueSetup setup, ExpectedVersion expected)
    {
        var stored = QueueCodec.Write(setup);
        batch.Put(QueueKinds.Setup, setup.Centre.Value, expected, [], JsonSerializer.SerializeToUtf8Bytes(stored, QueueJson.Default.Setup));
    }

    public void Stage(WriteBatch batch, QueueTicket ticket, ExpectedVersion expected) => batch.Put(
        QueueKinds.Ticket,
        ticket.Id.Value,
        expected,
        [
            QueueKeys.Id(ticket.Centre.Value),
            FieldValue.Date(ticket.Day),
            FieldValue.Text(QueueKeys.OfDay(ticket.Centre, ticket.Day, ticket.Number)),
            FieldValue.Text(ticket.State.ToString()),
            ticket.IsOver ? FieldValue.Null : FieldValue.Text(QueueKeys.CentreDay(ticket.Centre, ticket.Day)),
            ticket.State is TicketState.Served or TicketState.NoShow ? FieldValue.Text(QueueKeys.OfDay(ticket.Centre, ticket.Day, ticket.Group)) : FieldValue.Null,
            FieldValue.Instant(ticket.EndedAt),
            ticket.Appointment is { } appointment ? QueueKeys.Id(appointment.Value) : FieldValue.Null,
        ],
        JsonSerializer.SerializeToUtf8Bytes(QueueCodec.Write(ticket), QueueJson.Default.Ticket));

    public void Stage(WriteBatch batch, WindowDuty duty, ExpectedVersion expected) => batch.Put(
        QueueKinds.Duty,
        QueueKeys.Duty(duty.Centre, duty.Day, duty.Window),
        expected,
        [
            QueueKeys.Id(duty.Centre.Value),
            FieldValue.Date(duty.Day),
            FieldValue.Text(duty.Window),
            duty.Ticket is { } ticket ? QueueKeys.Id(ticket.Value) : FieldValue.Null,
        ],
        JsonSerializer.SerializeToUtf8Bytes(new QueueBodies.Duty { Staffed = duty.IsStaffed, Number = duty.Number }, QueueJson.Default.Duty));

    public void Stage(WriteBatch batch, QueueDay day, ExpectedVersion expected) => batch.Put(
        QueueKinds.Calls,
        QueueKeys.Calls(day.Centre, day.Day),
        expected,
        [QueueKeys.Id(day.Centre.Value), FieldValue.Date(day.Day)],
        JsonSerializer.SerializeToUtf8Bytes(QueueCodec.Write(day), QueueJson.Default.Calls));

    Guid IRecordMapper<QueueSetup>.IdOf(QueueSetup record) => record.Centre.Value;

    Guid IRecordMapper<QueueTicket>.IdOf(QueueTicket record) => record.Id.Value;

    Guid IRecordMapper<WindowDuty>.IdOf(WindowDuty record) => QueueKeys.Duty(record.Centre, record.Day, record.Window);

    Guid IRecordMapper<QueueDay>.IdOf(QueueDay record) => QueueKeys.Calls(record.Centre, record.Day);

    QueueSetup IRecordMapper<QueueSetup>.Read(StoredRecord stored) => QueueCodec.ReadSetup(stored);

    QueueTicket IRecordMapper<QueueTicket>.Read(StoredRecord stored)
    {
        // The bytes are compared too: after a restore from a backup a version may come again with other content.
        if (_decoded.TryGetValue(stored.Key, out var known)
            && known.Stored.Version == stored.Version
            && known.Stored.Body.Span.SequenceEqual(stored.Body.Span)
            && known.Stored.Fields.SequenceEqual(stored.Fields))
        {
            return known.Ticket;
        }

        if (_decoded.Count >= MaxKept)
        {
            _decoded.Clear();
        }

        var ticket = QueueCodec.ReadTicket(stored);
        _decoded[stored.Key] = (stored, ticket);
        return ticket;
    }

    WindowDuty IRecordMapper<WindowDuty>.Read(StoredRecord stored) => QueueCodec.ReadDuty(stored);

    QueueDay IRecordMapper<QueueDay>.Read(StoredRecord stored) => QueueCodec.ReadDay(stored);

    private static async ValueTask<List<T>> AllAsync<T>(TypedRecords<T> records, RecordQuery query, CancellationToken cancellationToken)
        where T : class
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var page = await records.PageAsync(query, after, cancellationToken).ConfigureAwait(false);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
