using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Centres;

public sealed class CentreTests : IDisposable
{
    private static readonly OpenPeriod s_am = new(new(8, 30), new(12, 0));
    private readonly TestOffice _office = new();

    private CentreManager Centres => _office.Get<CentreManager>();

    public void Dispose() => _office.Dispose();

    // What is wrong, where, and the code.
    public static TheoryData<string, string, Func<ServiceCentre, ServiceCentre>> Wrong { get; } = new()
    {
        { "NC2200", "/code", c => c with { Code = "大厅" } },
        { "NC2202", "/name", c => c with { Name = new string('厅', 61) } },
        { "NC2202", "/phone", c => c with { Phone = " " } },
        { "NC2208", "/kind", c => c with { Kind = (CentreKind)9 } },
        { "NC2209", "/hours/days/0/1", c => c with { Hours = WeeklyHours.Workdays(s_am, new OpenPeriod(new(11, 0), new(13, 0))) } },
        { "NC2209", "/hours/makeUpWorkdays/0", c => c with { Hours = new() { MakeUpWorkdays = [new(new(12, 0), new(12, 0))] } } },
        { "NC2208", "/hours/days", c => c with { Hours = new() { Days = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenPeriod>> { [IsoDayOfWeek.None] = [s_am] } } } },
        { "NC2210", "/windows/0/code", c => c with { Windows = [c.Windows[0] with { Code = "a1" }] } },
        { "NC2204", "/windows/1/code", c => c with { Windows = [c.Windows[0], c.Windows[0]] } },
        { "NC2214", "/windows/0/items/1", c => c with { Windows = [c.Windows[0] with { Items = [.. c.Windows[0].Items, new(Guid.Parse("0198a000-0000-7000-8000-00000000dead"))] }] } },
        { "NC2204", "/windows/0/items/1", c => c with { Windows = [c.Windows[0] with { Items = [c.Windows[0].Items[0], c.Windows[0].Items[0]] }] } },
        { "NC2209", "/windows/0/shifts/days/4/0", c => c with { Windows = [c.Windows[0] with { Shifts = new() { Days = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenPeriod>> { [IsoDayOfWeek.Friday] = [new(new(9, 0), new(8, 0))] } } }] } },
        { "NC2204", "/plans/1/code", c => c with { Plans = [c.Plans[0], c.Plans[0] with { Items = [new(Guid.Parse("0198a000-0000-7000-8000-00000000beef"))], PlacesPerSlot = 1 }] } },
        { "NC2211", "/plans/1/items/0", c => c with { Plans = [c.Plans[0], c.Plans[0] with { Code = "other" }] } },
        { "NC2203", "/plans/0/items", c => c with { Plans = [c.Plans[0] with { Items = [], PlacesPerSlot = 1 }] } },
        { "NC2203", "/plans/0/slotMinutes", c => c with { Plans = [c.Plans[0] with { SlotMinutes = 4 }] } },
        { "NC2203", "/plans/0/placesPerSlot", c => c with { Plans = [c.Plans[0] with { PlacesPerSlot = 501 }] } },
        { "NC2203", "/plans/0/perPersonPerDay", c => c with { Plans = [c.Plans[0] with { PerPersonPerDay = 0 }] } },
        { "NC2212", "/plans/0/quotas", c => c with { Plans = [c.Plans[0] with { PlacesPerSlot = 3, Quotas = [new("elderly", "老年人", 2), new("disabled", "残疾人", 2)] }] } },
        { "NC2212", "/plans/0/quotas", c => c with { Plans = [c.Plans[0] with { Quotas = [new("elderly", "老年人", 2)] }] } },
        { "NC2204", "/plans/0/quotas/1/code", c => c with { Plans = [c.Plans[0] with { PlacesPerSlot = 3, Quotas = [new("elderly", "老年人", 1), new("elderly", "残疾人", 1)] }] } },
        { "NC2213", "/plans/0/itemLimits/0/item", c => c with { Plans = [c.Plans[0] with { ItemLimits = [new(new(Guid.Parse("0198a000-0000-7000-8000-00000000dead")), 1)] }] } },
        { "NC2206", "/plans/0/farthestAhead", c => c with { Plans = [c.Plans[0] with { FarthestAhead = new Minutes(5) }] } },
        { "NC2203", "/plans/0/hold", c => c with { Plans = [c.Plans[0] with { Hold = Duration.Zero }] } },
        { "NC2203", "/plans/0/offer", c => c with { Plans = [c.Plans[0] with { Offer = Duration.FromHours(25) }] } },
        { "NC2206", "/plans/0/grace", c => c with { Plans = [c.Plans[0] with { Grace = Duration.FromMilliseconds(1) }] } },
        { "NC2216", "/plans/0/placesPerSlot", c => c with { Windows = [] } },
        { "NC2208", "/plans/0/onlyOn/0", c => c with { Plans = [c.Plans[0] with { OnlyOn = [IsoDayOfWeek.None] }] } },
        { "NC2217", "/exceptions/0/until", c => c with { Exceptions = [new(new(2026, 12, 2), new(2026, 12, 1), [], "停电")] } },
        { "NC2202", "/exceptions/0/reason", c => c with { Exceptions = [new(new(2026, 12, 1), new(2026, 12, 1), [], "")] } },
        { "NC2205", "/exceptions", c => c with { Exceptions = [.. Enumerable.Repeat(new DayException(new(2026, 12, 1), new(2026, 12, 1), [], "停电"), 1001)] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task AddAsync_SomethingWrong_IsRefusedWithCodeAndPlace(string code, string place, Func<ServiceCentre, ServiceCentre> spoil)
    {
        var refused = await Centres.AddAsync(_office.West, spoil(await HallAsync()), default);

        Assert.False(refused.Succeeded);
        Assert.Equal((code, place), (refused.FirstError.Code.Value, refused.FirstError.Location.Pointer));
        Assert.Empty((await Centres.ListAsync(_office.West, 10, null, default)).Items);
    }

    [Fact]
    public async Task AddAsync_EveryProperty_ReadsBackTheSameAndIsDecodedOnce()
    {
        var hall = await HallAsync();
        var item = hall.Windows[0].Items[0];
        hall = hall with
        {
            EnglishName = "Hall",
            Address = "示例路1号",
            Phone = "022-0",
            Windows = [hall.Windows[0] with { Shifts = WeeklyHours.Workdays(s_am), IsPriorityLane = true }],
            Exceptions = [new(new(2026, 12, 1), new(2026, 12, 2), [s_am], "加开")],
            Plans =
            [
                new()
                {
                    Code = "all",
                    Name = "预约",
                    Items = [item],
                    SlotMinutes = 15,
                    PlacesPerSlot = 4,
                    Quotas = [new("elderly", "老年人", 1)],
                    ItemLimits = [new(item, 2)],
                    OnlyOn = [IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday],
                    SoonestAhead = Duration.FromHours(24),
                    FarthestAhead = new WorkingDays(5),
                    CancelCutOff = Duration.FromHours(2),
                    Hold = Duration.FromMinutes(15),
                    Offer = Duration.FromMinutes(30),
                    RemindAhead = Duration.FromDays(1),
                    Grace = Duration.FromSeconds(90),
                    PerPersonPerDay = 1,
                    PerPersonOpen = 3,
                },
            ],
        };

        var added = (await Centres.AddAsync(_office.West, hall, default)).Require();
        var read = (await Centres.FindByCodeAsync(_office.West, "hall", default))!;

        Assert.Equal(added.Revision, read.Revision);
        Assert.Equivalent(hall.Plans[0], read.Plans[0], strict: true);
        Assert.Equivalent(hall.Windows[0], read.Windows[0], strict: true);
        Assert.Equivalent(hall.Exceptions[0], read.Exceptions[0], strict: true);
        Assert.Equal(hall.Hours.Of(IsoDayOfWeek.Monday), read.Hours.Of(IsoDayOfWeek.Monday));
        Assert.Equal(hall.Hours.MakeUpWorkdays, read.Hours.MakeUpWorkdays);
        Assert.Empty(read.Hours.Of(IsoDayOfWeek.Sunday));
        Assert.Equal((hall.Name, hall.EnglishName, hall.Address, hall.Phone, hall.Kind), (read.Name, read.EnglishName, read.Address, read.Phone, read.Kind));
        Assert.Same(read, await Centres.FindAsync(_office.West, added.Id, default));
        Assert.Null(await Centres.FindAsync(_office.South, added.Id, default));
        Assert.Contains("centre.add", await _office.AuditActionsAsync());
    }

    [Fact]
    public async Task FindAsync_ChangedByAnother_IsNeverTheOldState()
    {
        var hall = (await Centres.AddAsync(_office.West, await HallAsync(), default)).Require();
        var before = (await Centres.FindAsync(_office.West, hall.Id, default))!;
        var after = (await Centres.ReplaceAsync(_office.West, before with { Name = "新大厅" }, default)).Require();

        Assert.Equal("新大厅", (await Centres.FindAsync(_office.West, hall.Id, default))!.Name);
        Assert.Equal("新大厅", (await Centres.ListAsync(_office.West, 10, null, default)).Items.Single().Name);
        Assert.Equal(StorageErrors.Conflict, (await Centres.ReplaceAsync(_office.West, before, default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await Centres.ReplaceAsync(_office.South, after, default)).FirstError.Code);
        Assert.Equal(ServiceErrors.CodeTaken, (await Centres.AddAsync(_office.West, hall with { Id = default }, default)).FirstError.Code);
    }

    [Fact]
    public async Task ReplaceAsync_PlanRemoved_ItsCodeIsNeverUsedAgain()
    {
        var hall = (await Centres.AddAsync(_office.West, await HallAsync() with { RetiredPlans = ["made-up"] }, default)).Require();
        Assert.Empty(hall.RetiredPlans);

        var without = (await Centres.ReplaceAsync(_office.West, hall with { Plans = [] }, default)).Require();
        Assert.Equal(["all"], without.RetiredPlans);
        Assert.Equal(["all"], (await Centres.FindAsync(_office.West, hall.Id, default))!.RetiredPlans);

        // Leaving the list out does not bring the code back.
        var again = await Centres.ReplaceAsync(_office.West, without with { Plans = hall.Plans, RetiredPlans = [] }, default);
        Assert.Equal((ServiceErrors.PlanRetired, "/plans/0/code"), (again.FirstError.Code, again.FirstError.Location.Pointer));
        Assert.True((await Centres.ReplaceAsync(_office.West, without with { Plans = [hall.Plans[0] with { Code = "all-2" }] }, default)).Succeeded);
    }

    [Fact]
    public async Task CloseAsync_ManyAtOnce_AllAreKept()
    {
        var hall = (await Centres.AddAsync(_office.West, await HallAsync(), default)).Require();
        var day = new LocalDate(2026, 12, 1);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () => i % 2 == 0
            ? await Centres.CloseAsync(_office.West, hall.Id, day.PlusDays(i), day.PlusDays(i), "停电检修", default)
            : await Centres.OpenAsync(_office.West, hall.Id, day.PlusDays(i), day.PlusDays(i), [s_am], "加开", default))));

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        var read = (await Centres.FindAsync(_office.West, hall.Id, default))!;
        Assert.Equal(4, read.Exceptions.Count);
        Assert.Equal(CentreDayStatus.Closed, read.On(day, WorkCalendar.Default).Status);
        Assert.Equal([s_am], read.On(day.PlusDays(1), WorkCalendar.Default).Periods);
        Assert.Equal(2, (await _office.AuditActionsAsync()).Count(action => action == "centre.close"));
    }

    [Fact]
    public async Task CloseAsync_WrongDaysReasonOrCentre_IsRefused()
    {
        var hall = (await Centres.AddAsync(_office.West, await HallAsync(), default)).Require();
        var today = _office.Today;

        Assert.Equal(ServiceErrors.DaysInvalid, (await Centres.CloseAsync(_office.West, hall.Id, today, today.PlusDays(-1), "停电", default)).FirstError.Code);
        Assert.Equal(ServiceErrors.DaysInvalid, (await Centres.CloseAsync(_office.West, hall.Id, today, today.PlusDays(366), "停电", default)).FirstError.Code);
        Assert.Equal(ServiceErrors.DaysOver, (await Centres.CloseAsync(_office.West, hall.Id, today.PlusDays(-2), today.PlusDays(-1), "停电", default)).FirstError.Code);
        Assert.Equal(ServiceErrors.TextInvalid, (await Centres.CloseAsync(_office.West, hall.Id, today, today, " ", default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await Centres.CloseAsync(_office.South, hall.Id, today, today, "停电", default)).FirstError.Code);
        Assert.Equal(ServiceErrors.NoPeriod, (await Centres.OpenAsync(_office.West, hall.Id, today, today, [], "加开", default)).FirstError.Code);
        Assert.Equal(ServiceErrors.PeriodsInvalid, (await Centres.OpenAsync(_office.West, hall.Id, today, today, [new(new(9, 0), new(8, 0))], "加开", default)).FirstError.Code);
        Assert.True((await Centres.CloseAsync(_office.West, hall.Id, today.PlusDays(-3), today, "停电", default)).Succeeded);
    }

    private async Task<ServiceCentre> HallAsync()
    {
        var item = (await _office.Get<ServiceItemManager>().AddAsync(_office.West, new() { Id = default, Code = "permit", Name = "居住证" }, default)).Require();
        return new()
        {
            Id = default,
            Code = "hall",
            Name = "新市民服务大厅",
            Kind = CentreKind.Hall,
            Hours = WeeklyHours.Workdays(s_am, new OpenPeriod(new(13, 30), new(17, 0))),
            Windows = [new("A01", "居住证", [item.Id], null, false)],
            Plans = [new() { Code = "all", Name = "预约", Items = [item.Id], SlotMinutes = 30 }],
        };
    }
}
