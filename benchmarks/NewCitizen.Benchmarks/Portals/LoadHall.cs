using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Benchmarks.Portals;

/// <summary>A hall with room for everybody who comes in a minute, put into the portal's file before the portal starts and looked at after it was killed.</summary>
internal sealed class LoadHall(string file, ServiceCentreId centre)
{
    /// <summary>Code of the centre and of its item.</summary>
    public const string Code = "load";

    private static readonly AccessContext s_desk = new(AgencyId.Parse("west"), "benchmark");

    public static async Task<LoadHall> PrepareAsync(string file)
    {
        await using var services = await OpenAsync(file);
        var item = (await services.GetRequiredService<ServiceItemManager>().AddAsync(s_desk, new ServiceItem { Id = default, Code = Code, Name = "居住证申领" }, default)).Require();
        var first = ShanghaiTime.Today(SystemClock.Instance).PlusDays(1);
        OpenPeriod day = new(new(8, 0), new(18, 0));
        var hall = (await services.GetRequiredService<CentreManager>().AddAsync(
            s_desk,
            new ServiceCentre
            {
                Id = default,
                Code = Code,
                Name = "服务大厅",
                Kind = CentreKind.Hall,
                Exceptions = [new(first, first.PlusDays(30), [day], "benchmark")],
                Plans = [new() { Code = Code, Name = "居住证", Items = [item.Id], SlotMinutes = 30, PlacesPerSlot = 500, FarthestAhead = new CalendarDays(30) }],
            },
            default)).Require();
        return new(file, hall.Id);
    }

    /// <summary>Booked and held appointments, places taken, and how many counters do not fit.</summary>
    public async Task<(int Booked, int Held, int Taken, int Problems)> CheckAsync()
    {
        await using var services = await OpenAsync(file);
        var store = services.GetRequiredService<IAppointmentStore>();
        var (booked, held) = (0, 0);
        string? after = null;
        do
        {
            var page = await store.ListAsync(s_desk.Agency, centre, ShanghaiTime.Today(SystemClock.Instance), before: null, 1000, after, default);
            booked += page.Items.Count(appointment => appointment.Status == AppointmentStatus.Booked);
            held += page.Items.Count(appointment => appointment.Status == AppointmentStatus.Held);
            after = page.Next;
        }
        while (after is not null);
        var report = await AppointmentAudit.CheckAsync(services.GetRequiredService<IRecordStore>(), s_desk.Agency, default);
        return (booked, held, report.Living, report.Problems.Count);
    }

    private static async Task<ServiceProvider> OpenAsync(string file)
    {
        var services = new ServiceCollection().AddNewCitizen().UseSqlite(file, SchemaMode.Create).Services.BuildServiceProvider();
        await services.StartNewCitizenAsync();
        return services;
    }
}
