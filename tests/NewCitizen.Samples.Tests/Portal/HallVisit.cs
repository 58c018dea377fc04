using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Cases;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;
using Portal.Hall;

namespace NewCitizen.Samples.Tests.Portal;

/// <summary>One of everything in the hall: a hold, a booking, a place in line, a ticket, a case. Made once a portal.</summary>
internal sealed record HallVisit(string Hold, string Booked, string Number, string Waiting, string Ticket, Guid TicketId, string Case, string CaseNumber, Guid CaseId, Guid BookedId)
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<PortalFactory, Lazy<Task<HallVisit>>> s_made = [];

    public static AccessContext Desk { get; } = new(AgencyId.Parse("west"), "test");

    public static Task<HallVisit> OfAsync(PortalFactory factory) => s_made.GetValue(factory, own => new(() => MakeAsync(own))).Value;

    public static StatedPerson Person(int i) => new() { Name = "王小明", Document = new StatedDocument { Number = Numbers()[i] }, Phone = $"1990000{5000 + i}" };

    /// <summary>Numbers of people who are nobody.</summary>
    public static IReadOnlyList<string> Numbers() => [.. Enumerable.Range(0, 60).Select(i => WithCheck($"419900198503{10 + (i % 20):D2}{200 + i:D3}"))];

    private static string WithCheck(string stem) => "0123456789X".Select(check => stem + check).First(number => Identity.CitizenNumber.TryParse(number, null, out _));

    private static async Task<HallVisit> MakeAsync(PortalFactory factory)
    {
        var services = factory.Services;
        var appointments = services.GetRequiredService<AppointmentManager>();
        var queue = services.GetRequiredService<QueueManager>();
        var hall = (await services.GetRequiredService<CentreManager>().FindByCodeAsync(Desk, "hall", default))!;
        var items = services.GetRequiredService<ServiceItemManager>();
        var permit = (await items.FindByCodeAsync(Desk, "permit-apply", default))!;
        var family = (await items.FindByCodeAsync(Desk, "family-certificate", default))!;
        var query = (await items.FindByCodeAsync(Desk, "record-query", default))!;
        var day = new LocalDate(2026, 11, 26);
        var hold = (await appointments.HoldAsync(Desk, new SlotChoice(hall.Id, permit.Id, day, new LocalTime(9, 0)), null, default)).Require();
        var booked = (await appointments.BookAsync(Desk, new SlotChoice(hall.Id, permit.Id, day, new LocalTime(9, 30)), Person(0), null, default)).Require();

        // One window, one place: the second waits.
        var only = new SlotChoice(hall.Id, family.Id, day, new LocalTime(9, 0));
        (await appointments.BookAsync(Desk, only, Person(1), null, default)).Require();
        var entry = (await appointments.JoinWaitlistAsync(Desk, only, wholeDay: false, Person(2), null, default)).Require();
        var ticket = (await queue.TakeTicketAsync(Desk, new TakeTicket(hall.Id, [permit.Id]), null, default)).Require();
        await queue.TakeTicketAsync(Desk, new TakeTicket(hall.Id, [query.Id]), null, default);
        var cases = services.GetRequiredService<CaseManager>();
        var opened = (await cases.SubmitAsync(Desk, new SubmitCase { Item = query.Id, Channel = ServiceChannels.Window, Applicant = new StatedApplicant { Name = "王小明", Document = new StatedDocument { Number = Numbers()[3] }, Phone = "19900005003" }, Papers = ["id-card"], Centre = hall.Id, Window = "E01" }, null, default)).Require();
        var links = services.GetRequiredService<WaitLinks>();
        return new(
            appointments.SealLink(Desk, hold.Id), appointments.SealLink(Desk, booked.Id), booked.Number.ToString(), links.Seal(entry.Id), ticket.Link, ticket.Ticket.Id.Value, links.Seal(opened.Id), opened.Number, opened.Id.Value, booked.Id.Value);
    }
}
