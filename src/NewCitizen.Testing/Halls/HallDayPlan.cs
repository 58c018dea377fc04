using NewCitizen.Appointments;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Testing.Halls;

/// <summary>A hall and the people of a day, drawn from the seed.</summary>
internal sealed class HallDayPlan
{
    // Share of the arrivals in each half hour from 8:30 to 16:30.
    private static readonly double[] s_usual = [6, 9, 10, 9, 7, 6, 4, 3, 3, 5, 8, 8, 7, 6, 5, 4];
    private static readonly double[] s_rush = [18, 15, 8, 6, 5, 4, 3, 2, 3, 5, 7, 7, 6, 5, 4, 2];

    // Item, line, mean minutes, spread of the logarithm, share.
    private static readonly (string Name, string Group, double Minutes, double Spread, double Share)[] s_items =
    [
        ("residence-permit", "A", 9, 0.45, 0.34),
        ("endorsement", "A", 6, 0.4, 0.21),
        ("police", "B", 8, 0.5, 0.25),
        ("family-planning", "C", 7, 0.4, 0.12),
        ("legal-aid", "D", 16, 0.5, 0.08),
    ];

    // Of a centre.
    private const int MostWindows = 200;

    private readonly SeededNumbers _random;
    private readonly HallSimulationOptions _options;

    public HallDayPlan(HallSimulationOptions options)
    {
        _options = options;
        _random = new SeededNumbers(unchecked((ulong)options.Seed * 0x2545F4914F6CDD1D) + 1);
        Items = [.. s_items.Select(item => item with { Minutes = options.Kind != HallDayKind.MixedItems || item.Group != "A" ? item.Minutes : item.Name == "endorsement" ? 3 : 25 })];
        Centre = MakeCentre();
        Setup = new QueueSetup
        {
            Centre = Centre.Id,
            Groups = [.. Items.Select((item, i) => (item.Group, Id: ItemId(i))).GroupBy(item => item.Group, StringComparer.Ordinal).Select(group => new QueueGroup(group.Key, group.Key, null, [.. group.Select(item => item.Id)]))],
            MostOvertakes = options.Rules.MostOvertakes,
            LongestWait = options.Rules.LongestWait,
            EarlyCall = options.Rules.EarlyCall,
            PriorityClasses = [new("elderly", "老年人", "Elderly")],
            NoShowAfter = Duration.FromMinutes(2),
            TicketsBefore = Duration.FromMinutes(30),
        };
        People = MakePeople();
    }

    public (string Name, string Group, double Minutes, double Spread, double Share)[] Items { get; }

    public IEnumerable<ServiceItem> ServiceItems => Items.Select((item, i) => new ServiceItem { Id = ItemId(i), Code = item.Name, Name = item.Name });

    public ServiceCentre Centre { get; }

    public QueueSetup Setup { get; }

    /// <summary>By arrival; those who never come left out.</summary>
    public List<SimulatedPerson> People { get; }

    public SimulatedBookings Bookings { get; } = new();

    public int Missed { get; private set; }

    public double NextShare() => (_random.Next() >> 11) * (1.0 / (1UL << 53));

    public Instant At(int minuteOfDay) => _options.Day.AtMidnight().PlusMinutes(minuteOfDay).InZoneStrictly(ShanghaiTime.Zone).ToInstant();

    private static ServiceItemId ItemId(int i) => new(new Guid(0x5e000000 + i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    private ServiceCentre MakeCentre()
    {
        // As many minutes of work a window and day as keep it busy four fifths of the time.
        var load = _options.Kind switch { HallDayKind.Quiet => 0.45, HallDayKind.Busy => 1.02, HallDayKind.ClosesAtNoon => 0.72, _ => 0.82 };
        var open = new OpenPeriod(new(8, 30), new(17, 0));
        var windows = new List<ServiceWindow>();
        var everything = Items.Sum(item => item.Share * (item.Minutes + 0.5)) * _options.People * (1 - (_options.BookedShare * _options.MissedShare));
        load = Math.Max(load, everything / (510 * (MostWindows - 5)));
        foreach (var group in Items.Select((item, i) => (item, i)).GroupBy(entry => entry.item.Group, StringComparer.Ordinal))
        {
            var items = group.Select(entry => ItemId(entry.i)).ToList();
            var work = group.Sum(entry => entry.item.Share * (entry.item.Minutes + 0.5)) * _options.People * (1 - (_options.BookedShare * _options.MissedShare));
            var share = group.Sum(entry => entry.item.Share * entry.item.Minutes) / Items.Sum(item => item.Share * item.Minutes);
            var count = Math.Max(1, _options.Windows is { } all ? (int)Math.Round(all * share) : (int)Math.Ceiling((work / (510 * load)) - 0.3));
            for (var w = 1; w <= count; w++)
            {
                var isShort = _options.Kind == HallDayKind.ClosesAtNoon && w > Math.Max(1, count * 2 / 3);
                var shift = isShort ? WeeklyHours.Workdays(new OpenPeriod(new(8, 30), new(12, 0))) : null;
                windows.Add(new($"{group.Key}{w:D2}", group.Key, items, shift, w == 1 && count > 2));
            }
        }

        return new ServiceCentre
        {
            Id = new(new Guid(0x5e0000ff, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1])),
            Code = "hall",
            Name = "模拟大厅",
            Kind = CentreKind.Hall,
            Hours = WeeklyHours.Workdays(open),
            Windows = windows,
            Plans = [new BookingPlan { Code = "all", Name = "预约", Items = [.. Items.Select((_, i) => ItemId(i))], SlotMinutes = 30, Grace = Duration.FromMinutes(10) }],
        };
    }

    private List<SimulatedPerson> MakePeople()
    {
        var curve = _options.Kind == HallDayKind.MorningRush ? s_rush : s_usual;
        var people = new List<SimulatedPerson>();
        for (var i = 0; i < _options.People; i++)
        {
            var item = Pick(Items.Select(entry => entry.Share));
            var (isPriority, isGone) = (NextShare() < _options.PriorityShare, NextShare() < _options.GoneShare);
            var seconds = Items[item].Minutes * 60 * Math.Exp((Items[item].Spread * Normal()) - (Items[item].Spread * Items[item].Spread / 2));
            seconds = Math.Clamp(seconds, 45, 90 * 60);
            if (NextShare() >= _options.BookedShare)
            {
                var at = (Pick(curve) * 1800) + (NextShare() * 1800);
                people.Add(new(ItemId(item), Items[item].Group, isPriority, isGone, At(510) + Duration.FromMilliseconds((long)(at * 1000)), seconds));
                continue;
            }

            // Slots are even over the day; people come some minutes before, a few late.
            var start = At(510 + (30 * _random.Below(15)));
            var comes = start + Duration.FromMilliseconds((long)(1000 * ((-8 * 60) + (360 * Normal()))));
            var id = new AppointmentId(new Guid(0x5eb00000 + i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));
            Bookings.Add(new BookedArrival(id, default, Centre.Id, "all", ItemId(item), null, start, IsExpected: true));
            if (NextShare() < _options.MissedShare)
            {
                Missed++;
                continue;
            }

            var earliest = At(501);
            people.Add(new(ItemId(item), Items[item].Group, isPriority, isGone, comes < earliest ? earliest : comes, seconds) { BookedFor = start, Appointment = id });
        }

        return [.. people.OrderBy(person => person.ComesAt)];
    }

    private int Pick(IEnumerable<double> shares)
    {
        var list = shares as IList<double> ?? [.. shares];
        var left = NextShare() * list.Sum();
        for (var i = 0; i < list.Count; i++)
        {
            left -= list[i];
            if (left < 0) return i;
        }

        return list.Count - 1;
    }

    // Box and Muller.
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - NextShare())) * Math.Cos(2 * Math.PI * NextShare());
}
