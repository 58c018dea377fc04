using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewCitizen.Agencies;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Maintenance;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Core.Tests.Cases;

public sealed class CaseDueRefresherTests : IDisposable
{
    private readonly CaseDesk _desk = new(builder =>
    {
        builder.Services.AddLogging().Configure<MaintenanceOptions>(options => options.Agencies.Add(AgencyId.Parse("west")));
        builder.Services.Configure<RatingOptions>(options => options.FollowUpWithin = new WorkingDays(5));
    });

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task RefreshAsync_YearLoadedMidYear_GivesCasesAndFollowUpsTheirLastDay()
    {
        var job = _desk.Office.Get<IEnumerable<IHostedService>>().OfType<CaseDueRefresher>().Single();
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 12, 29, 4, 0));
        await _desk.SubmitAsync();
        (await _desk.Ratings.RateAsync(_desk.West, new((await _desk.HandledAsync()).Id, RatingLevel.Dissatisfied, null, false), null, default)).Require();
        Assert.Equal(0, await job.RefreshAsync(default));

        _desk.Office.Get<WorkCalendarSource>().Load(HolidayYear.Create(2027, [new("示例", null, null)], [new("元旦", null, new(2027, 1, 1), new(2027, 1, 3))], [], out _)!);

        // The case that waits to be accepted, the one that waits to be handed over, and the follow-up.
        Assert.Equal(3, await job.RefreshAsync(default));
        Assert.Equal(0, await job.RefreshAsync(default));
        Assert.Equal(new LocalDate(2027, 1, 6), (await _desk.Ratings.ListFollowUpsAsync(_desk.West, [], 10, null, default)).Items.Single().DueOn);
        _desk.Office.Clock.Reset(Instant.FromUtc(2027, 1, 10, 4, 0));
        Assert.Single((await _desk.Cases.ListOverdueAsync(_desk.West, 10, null, default)).Items);
    }

    [Fact]
    public async Task RefreshAsync_AgencyNotConfigured_IsLeftAlone()
    {
        using var desk = new CaseDesk(builder => builder.Services.AddLogging());
        var job = desk.Office.Get<IEnumerable<IHostedService>>().OfType<CaseDueRefresher>().Single();
        desk.Office.Clock.Reset(Instant.FromUtc(2026, 12, 29, 4, 0));
        await desk.SubmitAsync();
        desk.Office.Get<WorkCalendarSource>().Load(HolidayYear.Create(2027, [new("示例", null, null)], [new("元旦", null, new(2027, 1, 1), new(2027, 1, 3))], [], out _)!);
        Assert.Equal(0, await job.RefreshAsync(default));
    }
}
