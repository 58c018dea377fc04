using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Benchmarks.Storage;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Hosting;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.TestServers.PostgreSql;
using NodaTime;

namespace NewCitizen.Benchmarks.Hall;

/// <summary>How long a person waits for the free slots of an item over thirty days in a centre with twenty windows, a thousand of which are booked.</summary>
internal static class FreeSlotRuns
{
    private const int Days = 30;
    private const int Windows = 20;
    private const int Booked = 1_000;
    private const int SlotMinutes = 15;
    private const int SlotsADay = 8 * 60 / SlotMinutes;

    public static async Task RunAsync(int times)
    {
        using var folder = new TemporaryFolder();
        var server = PostgreSqlServer.Shared(15);
        var schema = PostgreSqlServer.NewSchema();
        Console.WriteLine("\n| Store | Slots shown | Median | 95 of 100 | Allocated |\n|---|---:|---:|---:|---:|");
        await MeasureAsync("SQLite", times, builder => builder.UseSqlite(folder.File("free.db"), SchemaMode.Create));
        await MeasureAsync("PostgreSQL", times, builder => builder.UsePostgreSql(options => (options.ConnectionString, options.Schema) = (server.ConnectionString, schema), SchemaMode.Create).UseKeyFile(folder.File("free.json")));
    }

    private static async Task MeasureAsync(string store, int times, Func<NewCitizenBuilder, NewCitizenBuilder> use)
    {
        await using var services = use(new ServiceCollection().AddNewCitizen()).Services.BuildServiceProvider();
        await services.StartNewCitizenAsync();
        var context = new AccessContext(AgencyId.Parse("teda"), "benchmark");
        var ids = services.GetRequiredService<IIdGenerator>();
        var item = (await services.GetRequiredService<ServiceItemManager>().AddAsync(context, new ServiceItem { Id = ServiceItemId.New(ids), Code = "permit", Name = "居住证" }, default)).Require();
        var first = ShanghaiTime.Today(SystemClock.Instance).PlusDays(1);
        var centre = (await services.GetRequiredService<CentreManager>().AddAsync(context, new ServiceCentre
        {
            Id = ServiceCentreId.New(ids),
            Code = "hall",
            Name = "服务大厅",
            Kind = CentreKind.Hall,

            // Every day, so that the figure does not hang on which holidays are announced.
            Exceptions = [new(first, first.PlusDays(90), [new OpenPeriod(new(9, 0), new(17, 0))], "benchmark")],
            Windows = [.. Enumerable.Range(1, Windows).Select(i => new ServiceWindow($"A{i:D2}", "居住证", [item.Id], null, false))],
            Plans = [new() { Code = "permit", Name = "居住证", Items = [item.Id], SlotMinutes = SlotMinutes, FarthestAhead = new CalendarDays(60) }],
        }, default)).Require();
        var manager = services.GetRequiredService<AppointmentManager>();
        for (var i = 0; i < Booked; i++)
        {
            var at = new LocalTime(9, 0).PlusMinutes(SlotMinutes * (i % SlotsADay));
            var person = new StatedPerson { Name = "张三", Document = new StatedDocument { Number = HallRuns.Number(100_000 + i) } };
            (await manager.BookAsync(context, new(centre.Id, item.Id, first.PlusDays(i / SlotsADay % Days), at), person, null, default)).Require();
        }

        var took = new List<double>();
        var slots = 0;
        var bytes = 0L;
        for (var i = 0; i < times + 20; i++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var clock = Stopwatch.GetTimestamp();
            var free = (await manager.FindFreeAsync(context, centre.Id, item.Id, first, Days, null, default)).Require();
            took.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
            slots = free.Days.Sum(day => day.Slots.Count);
            if (free.Days.Sum(day => day.Slots.Sum(slot => slot.Free)) != (Days * SlotsADay * Windows) - Booked)
            {
                throw new InvalidOperationException("The count is wrong.");
            }
        }

        var sorted = took.Skip(20).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {store} | {slots:N0} | {sorted[times / 2]:F1} ms | {sorted[times * 95 / 100]:F1} ms | {bytes / 1024:N0} KiB |"));
    }
}
