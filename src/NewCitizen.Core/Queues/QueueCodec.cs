using System.Text.Json;
using NewCitizen.Appointments;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>Turns the queue's records into their stored forms and back.</summary>
internal static class QueueCodec
{
    public static QueueBodies.Setup Write(QueueSetup setup) => new()
    {
        Groups = [.. setup.Groups.Select(group => new QueueBodies.Group { Prefix = group.Prefix, Name = group.Name, EnglishName = group.EnglishName, Items = [.. group.Items.Select(item => item.Value)] })],
        MostOvertakes = setup.MostOvertakes,
        LongestWaitSeconds = Seconds(setup.LongestWait),
        EarlyCallSeconds = Seconds(setup.EarlyCall),
        Priorities = setup.PriorityClasses.Count == 0
            ? null
            : [.. setup.PriorityClasses.Select(priority => new QueueBodies.Priority { Code = priority.Code, Name = priority.Name, EnglishName = priority.EnglishName })],
        NoShowAfterSeconds = setup.NoShowAfter is { } wait ? Seconds(wait) : null,
        MostRecalls = setup.MostRecalls,
        TicketsBeforeSeconds = Seconds(setup.TicketsBefore),
        LastTicketBeforeSeconds = Seconds(setup.LastTicketBefore),
    };

    public static QueueSetup ReadSetup(StoredRecord stored)
    {
        var body = JsonSerializer.Deserialize(stored.Body.Span, QueueJson.Default.Setup)!;
        return new()
        {
            Centre = new(stored.Key.Id),
            Revision = new(stored.Version),
            Groups = [.. body.Groups.Select(group => new QueueGroup(group.Prefix, group.Name, group.EnglishName, [.. group.Items.Select(item => new ServiceItemId(item))]))],
            MostOvertakes = body.MostOvertakes,
            LongestWait = Duration.FromSeconds(body.LongestWaitSeconds),
            EarlyCall = Duration.FromSeconds(body.EarlyCallSeconds),
            PriorityClasses = [.. (body.Priorities ?? []).Select(priority => new PriorityClass(priority.Code, priority.Name, priority.EnglishName))],
            NoShowAfter = body.NoShowAfterSeconds is { } wait ? Duration.FromSeconds(wait) : null,
            MostRecalls = body.MostRecalls,
            TicketsBefore = Duration.FromSeconds(body.TicketsBeforeSeconds),
            LastTicketBefore = Duration.FromSeconds(body.LastTicketBeforeSeconds),
        };
    }

    public static QueueBodies.Ticket Write(QueueTicket ticket) => new()
    {
        Prefix = ticket.Prefix,
        Sequence = ticket.Sequence,
        Group = ticket.Group,
        Items = [.. ticket.Items.Select(item => item.Value)],
        Booked = ticket.Class == TicketClass.Booked,
        Priority = ticket.Priority,
        TakenAt = Ms(ticket.TakenAt),
        WaitingSince = Ms(ticket.WaitingSince),
        BookedFor = Ms(ticket.BookedFor),
        Window = ticket.Window,
        CalledAt = Ms(ticket.CalledAt),
        LastCalledAt = Ms(ticket.LastCalledAt),
        Recalls = ticket.Recalls,
        StartedAt = Ms(ticket.StartedAt),
    };

    public static QueueTicket ReadTicket(StoredRecord stored)
    {
        var body = JsonSerializer.Deserialize(stored.Body.Span, QueueJson.Default.Ticket)!;
        var (ended, appointment) = (stored[QueueKinds.EndedAt], stored[QueueKinds.AppointmentId]);
        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Centre = new(QueueKeys.Id(stored[QueueKinds.CentreId])),
            Day = stored[QueueKinds.Day].AsDate(),
            Prefix = body.Prefix,
            Sequence = body.Sequence,
            Group = body.Group,
            Items = [.. body.Items.Select(item => new ServiceItemId(item))],
            Class = body.Booked ? TicketClass.Booked : TicketClass.WalkIn,
            Priority = body.Priority,
            State = Enum.Parse<TicketState>(stored[QueueKinds.State].AsText()),
            TakenAt = At(body.TakenAt),
            WaitingSince = At(body.WaitingSince),
            BookedFor = At(body.BookedFor),
            Appointment = appointment.IsNull ? null : new AppointmentId(QueueKeys.Id(appointment)),
            Window = body.Window,
            CalledAt = At(body.CalledAt),
            LastCalledAt = At(body.LastCalledAt),
            Recalls = body.Recalls,
            StartedAt = At(body.StartedAt),
            EndedAt = ended.IsNull ? null : ended.AsInstant(),
        };
    }

    public static WindowDuty ReadDuty(StoredRecord stored)
    {
        var body = JsonSerializer.Deserialize(stored.Body.Span, QueueJson.Default.Duty)!;
        var ticket = stored[QueueKinds.TicketId];
        return new(
            new(QueueKeys.Id(stored[QueueKinds.CentreId])),
            stored[QueueKinds.Day].AsDate(),
            stored[QueueKinds.Window].AsText(),
            new(stored.Version),
            body.Staffed,
            ticket.IsNull ? null : new QueueTicketId(QueueKeys.Id(ticket)),
            body.Number);
    }

    public static QueueBodies.Calls Write(QueueDay day) => new()
    {
        Overtaking = day.Overtaking.Count == 0
            ? null
            : [.. day.Overtaking.Select(call => new QueueBodies.Overtaking { Group = call.Group, TakenAt = Ms(call.TakenAt), Number = call.Number, CalledAt = Ms(call.CalledAt), Window = call.Window })],
        Recent = [.. day.Recent.Select(Write)],
        Windows = [.. day.Windows.Select(Write)],
    };

    public static QueueDay ReadDay(StoredRecord stored)
    {
        var body = JsonSerializer.Deserialize(stored.Body.Span, QueueJson.Default.Calls)!;
        return new(
            new(QueueKeys.Id(stored[QueueKinds.CentreId])),
            stored[QueueKinds.Day].AsDate(),
            new(stored.Version),
            [.. (body.Overtaking ?? []).Select(call => new OvertakingCall(call.Group, At(call.TakenAt), call.Number, At(call.CalledAt), call.Window))],
            [.. (body.Recent ?? []).Select(Read)],
            [.. (body.Windows ?? []).Select(Read)]);
    }

    private static QueueBodies.Call Write(WindowCall call) => new() { Number = call.Number, Window = call.Window, At = Ms(call.At), Recalls = call.Recalls };

    private static WindowCall Read(QueueBodies.Call call) => new(call.Number, call.Window, At(call.At), call.Recalls);

    private static long Seconds(Duration duration) => (long)duration.TotalSeconds;

    private static long Ms(Instant at) => at.ToUnixTimeMilliseconds();

    private static long? Ms(Instant? at) => at?.ToUnixTimeMilliseconds();

    private static Instant At(long at) => Instant.FromUnixTimeMilliseconds(at);

    private static Instant? At(long? at) => at is { } ms ? Instant.FromUnixTimeMilliseconds(ms) : null;
}
