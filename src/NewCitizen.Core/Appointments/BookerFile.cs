using System.Text.Json;
using NewCitizen.Appointments.Credit;
using NewCitizen.Calendars;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>
/// What is on record of one identity number or phone, as it was read, to be written back as a whole: a second booking of the person at the same
/// moment finds it changed and decides again. While a key is being rotated there is a record under each key, and all are written, so that
/// hosts that know only one of them see everything.
/// </summary>
internal sealed class BookerFile
{
    private readonly Guid[] _ids;
    private readonly long[] _versions;

    private BookerFile(Guid[] ids, long[] versions, IReadOnlyList<OpenBooking> open, IReadOnlyList<BookingEvent> events)
    {
        _ids = ids;
        _versions = versions;
        Open = open;
        Events = events;
    }

    public IReadOnlyList<OpenBooking> Open { get; }

    public IReadOnlyList<BookingEvent> Events { get; }

    public static BookerFile Read(Guid[] ids, IEnumerable<StoredRecord?> records)
    {
        var open = new Dictionary<Guid, OpenBooking>();
        var events = new HashSet<BookingEvent>();
        var versions = new long[ids.Length];
        var at = 0;
        foreach (var record in records)
        {
            if (record is not null)
            {
                versions[at] = record.Version;
                var body = JsonSerializer.Deserialize(record.Body.Span, AppointmentJson.Default.Booker)!;
                foreach (var entry in body.Open ?? [])
                {
                    open.TryAdd(entry.Id, new(entry.Id, new(entry.Centre), entry.Plan, entry.Date, AppointmentCodec.Time(entry.Start), AppointmentCodec.Time(entry.End)));
                }

                events.UnionWith((body.Events ?? []).Select(entry => new BookingEvent(
                    Instant.FromUnixTimeMilliseconds(entry.At), entry.For, (BookingEventKind)entry.Kind, entry.Item is { } item ? new ServiceItemId(item) : null, entry.Id)));
            }

            at++;
        }

        return new(ids, versions, [.. open.Values], [.. events.OrderBy(entry => entry.At)]);
    }

    /// <summary>What is still to come at a moment.</summary>
    public IEnumerable<OpenBooking> OpenAt(LocalDateTime now) => Open.Where(booking => booking.Date.At(booking.End) > now);

    public IReadOnlyList<BookingEvent> EventsWithin(Duration lookBack, Instant now) =>
        lookBack <= Duration.Zero ? [] : [.. Events.Where(entry => entry.At > now - lookBack)];

    /// <summary>Refuses the batch if the record changes meanwhile.</summary>
    public void Check(WriteBatch batch)
    {
        for (var i = 0; i < _ids.Length; i++)
        {
            batch.Check(AppointmentKinds.Booker, _ids[i], Expected(i));
        }
    }

    /// <summary>Writes it with a change; leaves out what is over.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="add">A booking that is open from now on.</param>
    /// <param name="remove">A booking that no longer is.</param>
    /// <param name="happened">An event to remember.</param>
    /// <param name="lookBack">How long events are needed.</param>
    /// <param name="now">The moment.</param>
    public void Stage(WriteBatch batch, OpenBooking? add, Guid? remove, BookingEvent? happened, Duration lookBack, Instant now)
    {
        var local = now.InZone(ShanghaiTime.Zone).LocalDateTime;
        List<OpenBooking> open = [.. OpenAt(local).Where(booking => booking.Appointment != remove && booking.Appointment != add?.Appointment)];
        if (add is not null)
        {
            open.Add(add);
        }

        List<BookingEvent> events = [.. EventsWithin(lookBack, now)];
        if (happened is not null && lookBack > Duration.Zero)
        {
            events.Add(happened);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(
            new AppointmentBodies.Booker { Open = open.Count == 0 ? null : [.. open.Select(Write)], Events = events.Count == 0 ? null : [.. events.Select(Write)] },
            AppointmentJson.Default.Booker);
        var last = open.Select(booking => booking.Date).Concat(events.Select(entry => ShanghaiTime.DateOf(entry.At))).Append(local.Date).Max();
        for (var i = 0; i < _ids.Length; i++)
        {
            batch.Put(AppointmentKinds.Booker, _ids[i], Expected(i), [FieldValue.Date(last)], body);
        }
    }

    private ExpectedVersion Expected(int i) => _versions[i] == 0 ? ExpectedVersion.Missing : ExpectedVersion.Exactly(_versions[i]);

    private static AppointmentBodies.Open Write(OpenBooking booking) => new()
    {
        Id = booking.Appointment,
        Centre = booking.Centre.Value,
        Plan = booking.Plan,
        Date = booking.Date,
        Start = AppointmentCodec.Minute(booking.Start),
        End = AppointmentCodec.Minute(booking.End),
    };

    private static AppointmentBodies.Event Write(BookingEvent entry) => new()
    {
        At = entry.At.ToUnixTimeMilliseconds(),
        For = entry.ForDate,
        Kind = (int)entry.Kind,
        Item = entry.Item?.Value,
        Id = entry.Appointment,
    };
}
