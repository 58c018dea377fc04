using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Agencies;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Queues;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Queues;

/// <summary>A hall with two lines and four windows, on Monday 2026-11-23 at 09:00; open 08:30–12:00 and 13:00–17:00.</summary>
internal sealed class TestHall : IDisposable
{
    public static readonly ServiceItemId Permit = new(new Guid("00000000-0000-0000-0000-00000000000a"));
    public static readonly ServiceItemId Renewal = new(new Guid("00000000-0000-0000-0000-00000000000b"));
    public static readonly ServiceItemId Police = new(new Guid("00000000-0000-0000-0000-00000000000c"));
    public static readonly ServiceCentreId Centre = new(new Guid("00000000-0000-0000-0000-0000000000ff"));
    public static readonly LocalDate Monday = new(2026, 11, 23);

    public TestHall(Action<TestHall>? before = null, Func<QueueSetup, QueueSetup>? change = null)
    {
        Office = new TestOffice(builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<IServiceCentreStore>(new OneCentre(this)));
            builder.Services.Replace(ServiceDescriptor.Singleton<IBookedArrivals>(Bookings));
        });
        Office.Clock.Reset(At(9, 0));
        before?.Invoke(this);
        Setup = Queue.SetUpAsync(Office.West, (change ?? (setup => setup))(NewSetup()), default).AsTask().GetAwaiter().GetResult().Require();
    }

    public TestOffice Office { get; }

    public FakeArrivals Bookings { get; } = new();

    public QueueManager Queue => Office.Get<QueueManager>();

    public QueueSetup Setup { get; }

    public ServiceCentre Place { get; set; } = NewCentre();

    public static Instant At(int hour, int minute, int second = 0) => Monday.At(new LocalTime(hour, minute, second)).InZoneStrictly(ShanghaiTime.Zone).ToInstant();

    public static ServiceCentre NewCentre() => new()
    {
        Id = Centre,
        Code = "hall",
        Name = "服务大厅",
        Kind = CentreKind.Hall,
        Hours = WeeklyHours.Workdays(new OpenPeriod(new(8, 30), new(12, 0)), new OpenPeriod(new(13, 0), new(17, 0))),
        Windows =
        [
            new("A01", "居住证", [Permit, Renewal], null, false),
            new("A02", "居住证", [Permit, Renewal], null, false),
            new("A03", "签注", [Renewal], null, true),
            new("B01", "公安", [Police], null, false),
        ],
        Plans = [new BookingPlan { Code = "permit", Name = "居住证", Items = [Permit, Renewal], SlotMinutes = 30, Grace = Duration.FromMinutes(10) }],
    };

    public static QueueSetup NewSetup() => new()
    {
        Centre = Centre,
        Groups = [new("A", "居住证", "Residence permit", [Permit, Renewal]), new("B", "公安", "Police", [Police])],
        MostOvertakes = 2,
        LongestWait = Duration.FromMinutes(40),
        PriorityClasses = [new("elderly", "老年人", "Elderly")],
        NoShowAfter = Duration.FromMinutes(2),
        MostRecalls = 1,
        LastTicketBefore = Duration.FromMinutes(30),
    };

    public void Pass(int seconds) => Office.Clock.Advance(Duration.FromSeconds(seconds));

    public async Task<Outcome<IssuedTicket>> TryTakeAsync(ServiceItemId? item = null, string? priority = null, RequestKey? key = null) =>
        await Queue.TakeTicketAsync(Office.West, new TakeTicket(Centre, [item ?? Permit], priority), key, default);

    /// <summary>Takes a ticket and lets a second pass.</summary>
    public async Task<QueueTicket> TakeAsync(ServiceItemId? item = null, string? priority = null)
    {
        var ticket = (await TryTakeAsync(item, priority)).Require().Ticket;
        Pass(1);
        return ticket;
    }

    public async Task<QueueTicket> BookedAsync(Instant start, ServiceItemId? item = null)
    {
        var ticket = (await Queue.CheckInAsync(Office.West, new CheckIn(Centre, Bookings.Add(start, item ?? Permit)), default)).Require().Ticket;
        Pass(1);
        return ticket;
    }

    public async Task<Outcome<QueueTicket>> CallAsync(string window = "A01") => await Queue.CallNextAsync(Office.West, Centre, window, default);

    /// <summary>Calls, serves and finishes; gives the number called.</summary>
    public async Task<string> ServeAsync(string window = "A01")
    {
        var called = (await CallAsync(window)).Require();
        (await Queue.StartAsync(Office.West, called.Id, window, default)).Require();
        (await Queue.FinishAsync(Office.West, called.Id, window, default)).Require();
        return called.Number;
    }

    public void Dispose() => Office.Dispose();

    private sealed class OneCentre(TestHall hall) : IServiceCentreStore
    {
        public ValueTask<ServiceCentre?> FindAsync(AgencyId agency, ServiceCentreId id, CancellationToken cancellationToken) => ValueTask.FromResult(id == Centre && agency.Value == "west" ? hall.Place : null);

        public ValueTask<ServiceCentre?> FindByCodeAsync(AgencyId agency, string code, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<Page<ServiceCentre>> ListAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Stage(WriteBatch batch, ServiceCentre centre, ExpectedVersion expected) => throw new NotSupportedException();
    }
}
