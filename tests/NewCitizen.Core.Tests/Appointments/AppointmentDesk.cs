using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Appointments;
using NewCitizen.Appointments.Credit;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Appointments;

/// <summary>One hall with one item and one plan of half-hour slots on Monday 2026-11-23, seen from Sunday noon.</summary>
internal sealed class AppointmentDesk : IDisposable
{
    public static readonly LocalDate Monday = new(2026, 11, 23);
    public static readonly LocalTime Nine = new(9, 0);
    public static readonly LocalTime HalfPastNine = new(9, 30);

    public AppointmentDesk(Func<BookingPlan, BookingPlan>? plan = null, IBookingCreditPolicy? credit = null, int slotsInARow = 1, TestOffice? office = null)
    {
        Office = office is not null ? office : credit is null ? new TestOffice() : new TestOffice(builder => Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.Replace(
            builder.Services, Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Singleton(credit)));
        Task.Run(async () =>
        {
            Item = (await Office.Get<ServiceItemManager>().AddAsync(West, new ServiceItem { Id = new(Guid.Parse("0198a000-0000-7000-8000-000000000001")), Code = "permit", Name = "居住证", SlotsInARow = slotsInARow }, default)).Require();
            Other = (await Office.Get<ServiceItemManager>().AddAsync(West, new ServiceItem { Id = new(Guid.Parse("0198a000-0000-7000-8000-000000000002")), Code = "query", Name = "综合查询" }, default)).Require();
            var usual = new BookingPlan { Code = "permit", Name = "居住证", Items = [Item.Id, Other.Id], SlotMinutes = 30, PlacesPerSlot = 3, FarthestAhead = new WorkingDays(5) };
            Centre = (await Centres.AddAsync(West, new ServiceCentre
            {
                Id = new(Guid.Parse("0198a000-0000-7000-8000-000000000003")),
                Code = "hall",
                Name = "服务大厅",
                Kind = CentreKind.Hall,
                Hours = WeeklyHours.Workdays(new OpenPeriod(new(9, 0), new(11, 0))),
                Windows = [new("A01", "居住证", [Item.Id], null, false)],
                Plans = [plan is null ? usual : plan(usual)],
            }, default)).Require();
        }).GetAwaiter().GetResult();
    }

    public TestOffice Office { get; }

    public AppointmentManager Manager => Office.Get<AppointmentManager>();

    public CentreManager Centres => Office.Get<CentreManager>();

    public AccessContext West => Office.West;

    public ServiceItem Item { get; private set; } = null!;

    public ServiceItem Other { get; private set; } = null!;

    public ServiceCentre Centre { get; private set; } = null!;

    public static StatedPerson Person(int number, string? phone = null) => new() { Name = "张三", Document = new StatedDocument { Number = Number(number) }, Phone = phone };

    /// <summary>A citizen number of somebody invented, with its check character.</summary>
    public static string Number(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"120116{1960 + (number / 900)}0101{100 + (number % 900)}");
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = body.Select((digit, i) => (digit - '0') * weights[i]).Sum();
        return body + "10X98765432"[sum % 11];
    }

    public SlotChoice At(LocalTime start, LocalDate? date = null, string? quota = null, ServiceItemId? item = null) => new(Centre.Id, item ?? Item.Id, date ?? Monday, start, quota);

    public ValueTask<Outcome<Appointment>> BookAsync(int person, LocalTime start, LocalDate? date = null, string? quota = null, RequestKey? key = null) =>
        Manager.BookAsync(West, At(start, date, quota), Person(person), key, default);

    public async Task<Appointment> BookedAsync(int person, LocalTime start, LocalDate? date = null) => (await BookAsync(person, start, date)).Require();

    public async Task<int> FreeAsync(LocalTime start, string? quota = null) =>
        (await Manager.FindFreeAsync(West, Centre.Id, Item.Id, Monday, 1, quota, default)).Require().Days[0].Slots.Single(slot => slot.Start == start).Free;

    public async Task<Appointment> AgainAsync(Appointment appointment) => (await Manager.FindAsync(West, appointment.Id, default))!;

    public Task AuditAsync() => AppointmentBooks.RequireConsistentAsync(Office.Store, West.Agency);

    public void Dispose() => Office.Dispose();
}
