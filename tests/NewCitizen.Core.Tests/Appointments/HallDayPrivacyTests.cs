using System.Text;
using System.Text.Json;
using NewCitizen.Access;
using NewCitizen.Appointments;
using NewCitizen.Appointments.Credit;
using NewCitizen.Cases;
using NewCitizen.Core.Tests.Queues;
using NewCitizen.Hosting;
using NewCitizen.Queues;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;
using static NewCitizen.Core.Tests.Appointments.AppointmentDesk;

namespace NewCitizen.Core.Tests.Appointments;

/// <summary>Whatever happens in a hall on a day, nothing that leaves it names a person.</summary>
public sealed class HallDayPrivacyTests : IDisposable
{
    private const string Phone = "13912345678";
    private const string Name = "欧阳待检";
    private const string Remark = "排队秘密词";

    private readonly AppointmentDesk _desk = new(
        plan => plan with { PlacesPerSlot = 2, Offer = Duration.FromMinutes(30), RemindAhead = Duration.FromHours(2) },
        CreditRuleReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "Appointments", "booking-credit-quanzhou.json")));

    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task WholeDay_EventsAuditAndStoredBodies_HoldNoNameNumberOrPhone()
    {
        await DayAsync();
        var feed = (await _desk.Office.Get<IChangeFeed>().ReadChangesAsync(null, FeedPosition.Start, 10_000, default)).Entries;
        var types = feed.Where(entry => entry.Type == ChangeType.Event).Select(entry => entry.EventType!).ToHashSet(StringComparer.Ordinal);
        string[] seen =
        [
            "appointment.held", "appointment.booked", "appointment.changed", "appointment.offered", "appointment.lapsed", "appointment.cancelled", "appointment.to-call", "appointment.called",
            "appointment.arrived", "appointment.served", "appointment.no-show", "queue.ticket-taken", "queue.called", "queue.recalled", "queue.held", "queue.resumed", "queue.transferred",
            "queue.serving", "queue.served", "queue.no-show", "queue.left",
        ];
        Assert.Empty(seen.Except(types, StringComparer.Ordinal));
        Assert.Contains(types, type => type == "cases.submitted");
        foreach (var entry in feed)
        {
            Assert.True(Found(entry.Payload.Span) is null, $"{entry.EventType ?? entry.Kind}: {Found(entry.Payload.Span)}");
        }

        foreach (var (_, entry) in (await _desk.Office.Audit.ReadAuditAsync(null, FeedPosition.Start, 10_000, default)).Entries.Select(stored => (stored.Position, stored.Entry)))
        {
            Assert.True(Found(Encoding.UTF8.GetBytes($"{entry.Details} {entry.Purpose} {entry.Actor}")) is null, $"audit of {entry.Action}");
        }

        foreach (var kind in RecordKinds.All)
        {
            foreach (var record in await AppointmentBooks.AllAsync(_desk.Office.Store, _desk.West.Agency, kind))
            {
                Assert.True(Found(record.Body.Span) is null, $"body of {kind.Name}");
                Assert.All(record.Fields.Where(field => !field.IsNull).SelectMany(field => field.AsMany()).Where(field => field.Type == FieldType.Text), field =>
                    Assert.True(Found(Encoding.UTF8.GetBytes(field.AsText())) is null, $"field of {kind.Name}"));
            }
        }
    }

    [Fact]
    public void Found_PlantedInAnyForm_IsSeen()
    {
        _numbers.Add(Number(1));
        Assert.NotNull(Found(Encoding.UTF8.GetBytes($$"""{"name":"{{Name}}"}""")));
        Assert.NotNull(Found(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["name"] = Name })));
        Assert.NotNull(Found(Encoding.UTF8.GetBytes($$"""{"number":"{{Number(1)}}"}""")));
        Assert.NotNull(Found(Encoding.UTF8.GetBytes($$"""{"phone":"{{Phone}}"}""")));
        Assert.Null(Found(Encoding.UTF8.GetBytes("""{"window":"A01","number":"A001","date":"2026-11-23"}""")));
    }

    private async Task DayAsync()
    {
        var (manager, west, queue) = (_desk.Manager, _desk.West, _desk.Office.Get<QueueManager>());
        (await queue.SetUpAsync(west, TestHall.NewSetup() with
        {
            Centre = _desk.Centre.Id,
            Groups = [new("A", "居住证", null, [_desk.Item.Id]), new("B", "综合查询", null, [_desk.Other.Id])],
            NoShowAfter = null,
        }, default)).Require();
        (await _desk.Centres.ReplaceAsync(west, _desk.Centre with { Windows = [_desk.Centre.Windows[0] with { Items = [_desk.Item.Id, _desk.Other.Id] }] }, default)).Require();

        // Bookings, a hold, a line with an offer taken and one that lapses, a change, a closure.
        var held = (await manager.HoldAsync(west, _desk.At(Nine), null, default)).Require();
        var first = (await manager.ConfirmAsync(west, held.Id, held.Revision, Who(1), null, default)).Require();
        var second = (await manager.BookAsync(west, _desk.At(Nine), Who(2), null, default)).Require();
        var waits = (await manager.JoinWaitlistAsync(west, _desk.At(Nine), false, Who(3), null, default)).Require();
        _desk.Office.Clock.AdvanceSeconds(1);
        var misses = (await manager.JoinWaitlistAsync(west, _desk.At(Nine), false, Who(4), null, default)).Require();
        (await manager.CancelAsync(west, second.Id, second.Revision, false, null, default)).Require();
        var offer = (await manager.FindAsync(west, (await manager.FindWaitlistEntryAsync(west, waits.Id, default))!.Offer!.Value, default))!;
        var third = (await manager.AcceptAsync(west, offer.Id, offer.Revision, null, default)).Require();
        first = (await manager.ChangeAsync(west, first.Id, first.Revision, _desk.At(HalfPastNine), false, null, default)).Require();
        Assert.NotNull((await manager.FindWaitlistEntryAsync(west, misses.Id, default))!.Offer);
        _desk.Office.Clock.AdvanceMinutes(30);
        Assert.True(await manager.SettleAsync(west, default) > 0);
        var moved = (await manager.BookAsync(west, _desk.At(Nine, Monday.PlusDays(1)), Who(5), null, default)).Require();
        (await _desk.Centres.CloseAsync(west, _desk.Centre.Id, Monday.PlusDays(1), Monday.PlusDays(1), "停电", default)).Require();
        (await manager.SweepAsync(west, _desk.Centre.Id, default)).Require();
        moved = (await manager.FindAsync(west, moved.Id, default))!;
        (await manager.MarkCalledAsync(west, moved.Id, moved.Revision, default)).Require();

        // The hall: served, no-show, held, transferred, left.
        _desk.Office.Clock.Reset(TestHall.At(9, 31));
        var ticket = (await queue.CheckInAsync(west, new(_desk.Centre.Id, first.Id), default)).Require().Ticket;
        (await queue.CallNextAsync(west, _desk.Centre.Id, "A01", default)).Require();
        (await queue.RecallAsync(west, ticket.Id, "A01", default)).Require();
        (await queue.HoldAsync(west, ticket.Id, "A01", default)).Require();
        (await queue.ResumeAsync(west, ticket.Id, default)).Require();
        (await queue.CallNextAsync(west, _desk.Centre.Id, "A01", default)).Require();
        (await queue.TransferAsync(west, ticket.Id, "A01", _desk.Other.Id, default)).Require();
        (await queue.CallNextAsync(west, _desk.Centre.Id, "A01", default)).Require();
        (await queue.StartAsync(west, ticket.Id, "A01", default)).Require();
        (await queue.FinishAsync(west, ticket.Id, "A01", default)).Require();
        var gone = (await queue.CheckInAsync(west, new(_desk.Centre.Id, third.Id), default)).Require().Ticket;
        (await queue.CallNextAsync(west, _desk.Centre.Id, "A01", default)).Require();
        (await queue.MarkNoShowAsync(west, gone.Id, "A01", default)).Require();
        var walkIn = (await queue.TakeTicketAsync(west, new(_desk.Centre.Id, [_desk.Item.Id]), null, default)).Require();
        (await queue.LeaveAsync(west, walkIn.Link, default)).Require();
        (await manager.LiftAsync(west.For("系统故障"), Who(3), default)).Require();

        // A case with its rating, and one that is not accepted.
        var cases = _desk.Office.Get<CaseManager>();
        var own = (await cases.SubmitAsync(west, Case(1), null, default)).Require();
        own = (await cases.AcceptAsync(west, own.Id, own.Revision, default)).Require();
        own = (await cases.DecideAsync(west, own.Id, own.Revision, granted: false, Remark, default)).Require();
        (await _desk.Office.Get<RatingManager>().RateAsync(west, new(own.Id, RatingLevel.Dissatisfied, Remark, false), null, default)).Require();
        var other = (await cases.SubmitAsync(west, Case(2), null, default)).Require();
        (await cases.RefuseAcceptanceAsync(west, other.Id, other.Revision, Remark, default)).Require();
    }

    private SubmitCase Case(int person)
    {
        _numbers.Add(Number(person));
        return new() { Item = _desk.Item.Id, Channel = ServiceChannels.Window, Applicant = new StatedApplicant { Name = Name, Phone = Phone, Document = new StatedDocument { Number = Number(person) } } };
    }

    private StatedPerson Who(int person)
    {
        _numbers.Add(Number(person));
        return new() { Name = Name, Phone = Phone, Document = new StatedDocument { Number = Number(person) } };
    }

    /// <summary>What personal text some bytes hold, as they are or escaped as JSON does; null for none.</summary>
    private string? Found(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        foreach (var secret in (string[])[Name, Remark, Phone, .. _numbers])
        {
            if (text.Contains(secret, StringComparison.Ordinal) || text.Contains(JsonEncodedText.Encode(secret).ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return secret;
            }
        }

        return null;
    }
}
