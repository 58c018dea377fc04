using System.Text;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Services;

namespace NewCitizen.Core.Tests.Centres;

public sealed class CentreSeedTests : IDisposable
{
    private readonly TestOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task ApplyAsync_SampleTwice_BringsAllOnceAndLeavesWhatWasChanged()
    {
        var report = (await ApplyAsync(CentreSeed.Sample)).Require();
        Assert.Equal((CentreSeed.Sample.ItemCodes.Count, 7), (report.ItemsAdded, report.CentresAdded));

        var hall = (await _office.Get<CentreManager>().FindAsync(_office.West, report.Centres["hall"], default))!;
        Assert.Equal(["居住证", "公安", "计划生育", "法律救助", "综合查询"], hall.Windows.Select(window => window.Name.Split('（')[0]).Distinct());
        var names = (await _office.Get<CentreManager>().ListAsync(_office.West, 100, null, default)).Items.Select(centre => centre.Name);
        Assert.Equivalent(new[] { "新市民服务大厅", "综合办公室", "西区服务站", "南岗服务站", "中区服务站", "社区服务站", "工地服务站" }, names, strict: true);
        (await _office.Get<CentreManager>().ReplaceAsync(_office.West, hall with { Name = "改名大厅" }, default)).Require();

        var again = (await ApplyAsync(CentreSeed.Sample)).Require();
        Assert.Equal((0, 0), (again.ItemsAdded, again.CentresAdded));
        Assert.Equal(report.Centres, again.Centres);
        Assert.Equal("改名大厅", (await _office.Get<CentreManager>().FindAsync(_office.West, report.Centres["hall"], default))!.Name);
    }

    [Fact]
    public async Task ApplyAsync_Sample_EveryPlanHasSlotsOnAWorkdayAndNoLimitIsInvented()
    {
        var report = (await ApplyAsync(CentreSeed.Sample)).Require();
        foreach (var id in report.Centres.Values)
        {
            var centre = (await _office.Get<CentreManager>().FindAsync(_office.West, id, default))!;
            var opening = centre.OpeningOn(new(2026, 11, 23), WorkCalendar.Default);
            Assert.All(centre.Plans, plan => Assert.Contains(opening.SlotsOf(plan), slot => opening.PlacesOf(plan, slot.From, slot.Until) > 0));
        }

        // The only statutory limit with a checked source is that of order 663.
        var items = (await _office.Get<ServiceItemManager>().ListAsync(_office.West, 100, null, default)).Items;
        Assert.Equal(new CalendarDays(15), Assert.Single(items, item => item.StatutoryLimit is not null).StatutoryLimit);
        Assert.All(items, item => Assert.Null(item.PromisedLimit));
    }

    [Theory]
    [InlineData("{", "NC2220", null)]
    [InlineData("null", "NC2220", null)]
    [InlineData("""{"itemz":[]}""", "NC2220", null)]
    [InlineData("""{"centres":[{"code":"a","name":"甲","kind":"Hall","windows":[{"code":"1","name":"窗","items":["none"]}]}]}""", "NC2221", "/centres/0")]
    [InlineData("""{"items":[{"code":"A","name":"甲","channels":1,"slotsInARow":1}]}""", "NC2200", "/items/0/code")]
    [InlineData("""{"items":[{"code":"a","name":"甲","slotsInARow":1,"statutoryLimit":{"unit":"weeks","count":1}}]}""", "NC2206", "/items/0")]
    [InlineData("""{"centres":[{"code":"a","name":"甲","kind":"Hall","hours":{"days":[["12:00-08:00"]]}}]}""", "NC2209", "/centres/0/hours/days/0/0")]
    public async Task ReadAndApply_WrongFile_IsRefusedWithCodeAndPlace(string json, string code, string? place)
    {
        var read = CentreSeed.Read(Encoding.UTF8.GetBytes(json));
        Issue first = read.Succeeded ? (await ApplyAsync(read.Value)).FirstError : read.FirstError;

        Assert.Equal((code, place), (first.Code.Value, first.Location.Pointer));
    }

    private ValueTask<Outcome<CentreSeedReport>> ApplyAsync(CentreSeed seed) =>
        seed.ApplyAsync(_office.West, _office.Get<ServiceItemManager>(), _office.Get<CentreManager>(), default);
}
