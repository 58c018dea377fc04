using NewCitizen.Appointments;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Residents;
using NewCitizen.Services;
using NodaTime;
using Portal.Hall;

namespace Portal.Seeding;

/// <summary>Books made-up people into the days to come, through the manager as they would themselves; then one afternoon is called off and a Saturday opened.</summary>
internal sealed class BookingSeeder(AppointmentManager appointments, CentreManager centres, ServiceItemManager items, HallContexts contexts, IClock clock)
{
    private const int People = 48;
    private const int FirstPerson = 300;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var desk = contexts.Start;
        if (await centres.FindByCodeAsync(desk, "hall", cancellationToken) is not { } hall || await items.FindByCodeAsync(desk, "permit-apply", cancellationToken) is not { } item)
        {
            return;
        }

        var tomorrow = ShanghaiTime.Today(clock).PlusDays(1);
        var free = await appointments.FindFreeAsync(desk, hall.Id, item.Id, tomorrow, 7, null, cancellationToken);
        List<(LocalDate Date, LocalTime Start)> slots = [.. (free.Value?.Days ?? []).SelectMany(day => day.Slots.Select(slot => (day.Date, slot.Start)))];
        if (slots.Count == 0 || (await appointments.ListDayAsync(desk, hall.Id, slots[0].Date, 1, null, cancellationToken)).Items.Count > 0)
        {
            return;
        }

        var random = new DemoRandom(7);
        foreach (var person in MadeUpPeople.Of(FirstPerson, People))
        {
            var (date, start) = slots[random.Below(slots.Count)];

            // Some slots are full by then: those people stay away.
            await appointments.BookAsync(
                desk,
                new SlotChoice(hall.Id, item.Id, date, start),
                new StatedPerson { Name = person.Name, Document = new StatedDocument { Kind = "111", Number = person.Number }, Phone = person.Phone },
                null,
                cancellationToken);
        }

        // The afternoon that is called off gives the list of people to call something to show.
        var last = slots[^1].Date;
        await centres.OpenAsync(desk, hall.Id, last, last, [new OpenPeriod(new LocalTime(8, 30), new LocalTime(12, 0))], "下午系统升级", cancellationToken);
        var saturday = tomorrow.Next(IsoDayOfWeek.Saturday);
        await centres.OpenAsync(desk, hall.Id, saturday, saturday, [new OpenPeriod(new LocalTime(9, 0), new LocalTime(12, 0))], "周末加开", cancellationToken);
        await appointments.SweepAsync(desk, hall.Id, cancellationToken);
    }
}
