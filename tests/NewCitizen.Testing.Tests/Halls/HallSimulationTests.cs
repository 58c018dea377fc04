using NewCitizen.Queues;
using NewCitizen.Testing.Halls;
using NodaTime;

namespace NewCitizen.Testing.Tests.Halls;

public sealed class HallSimulationTests
{
    private static readonly CallingRules s_unbounded = new(100, Duration.FromHours(8), Duration.FromMinutes(5));

    [Fact]
    public async Task TenThousandPeople_NoWalkInWaitsBeyondTheBoundOrIsOvertakenTooOften()
    {
        var options = new HallSimulationOptions { People = 10_000, Seed = 16, BookedShare = 0.5, EstimateEvery = 0, Rules = new(8, Duration.FromMinutes(15), Duration.FromMinutes(5)) };
        var report = await HallSimulation.RunAsync(options, default);
        Assert.Equal(10_000, report.People.Count + report.Missed);
        Assert.All(report.People.Where(person => person.Class is not null), person => Assert.NotNull(person.CalledAt));
        Assert.InRange(report.MostOvertaken, 1, 8);
        Assert.InRange(report.WalkIns.Longest, 0, 30);
    }

    [Theory]
    [InlineData(HallDayKind.Busy)]
    [InlineData(HallDayKind.MorningRush)]
    public async Task CrowdedDay_TheBoundHoldsAndWithoutItWalkInsAreOvertakenWithoutEnd(HallDayKind kind)
    {
        var options = new HallSimulationOptions { People = 600, Seed = 5, Kind = kind, BookedShare = 0.5, EstimateEvery = 0 };
        var bounded = await HallSimulation.RunAsync(options, default);
        var free = await HallSimulation.RunAsync(options with { Rules = s_unbounded }, default);
        Assert.InRange(bounded.MostOvertaken, 1, 10);
        Assert.True(free.MostOvertaken > 10, $"{free.MostOvertaken}");
        Assert.True(bounded.WalkIns.Longest < free.WalkIns.Longest, $"{bounded.WalkIns.Longest:0.0} < {free.WalkIns.Longest:0.0}");
    }

    [Fact]
    public async Task Estimates_OverDaysOfEveryKind_BeatTheSimpleRules()
    {
        foreach (var kind in Enum.GetValues<HallDayKind>().Where(kind => kind != HallDayKind.Quiet))
        {
            var days = new List<HallDayReport>();
            for (var seed = 101; seed <= 104; seed++) days.Add(await HallSimulation.RunAsync(new HallSimulationOptions { People = 400, Seed = seed, Kind = kind, EstimateEvery = 3 }, default));
            var all = WaitDays.Pool(days);
            Assert.True(all.Estimator.Estimates > 200, $"{kind}: {all.Estimator.Estimates}");
            foreach (var rule in new[] { all.QueueLength, all.HeadOfLine, all.LastCalled })
            {
                Assert.True(all.Estimator.Median < rule.Median && all.Estimator.P90 < rule.P90, $"{kind}: {all.Estimator} against {rule}");
            }

            Assert.InRange(all.Coverage, 0.65, 0.97);
        }
    }

    [Fact]
    public async Task Estimates_BeforeFiveWereServed_AreNotGiven()
    {
        var report = await HallSimulation.RunAsync(new HallSimulationOptions { People = 120, Seed = 1 }, default);
        foreach (var line in report.People.Where(person => person.Class is not null).GroupBy(person => person.Group))
        {
            Assert.All(line.OrderBy(person => person.ComesAt).Take(5), person => Assert.Null(person.Estimate));
            Assert.All(line.Where(person => person.Estimate is not null), person => Assert.True(person.Estimate!.BasedOn >= 5));
        }
    }

    [Fact]
    public async Task SameSeed_GivesTheSameDay()
    {
        var (first, again) = (await RunAsync(), await RunAsync());
        Assert.Equal(first, again);

        static async Task<List<string>> RunAsync() =>
            [.. (await HallSimulation.RunAsync(new HallSimulationOptions { People = 200, Seed = 9 }, default)).People.Select(person => $"{person.ComesAt} {person.CalledAt} {person.Overtaken} {person.Estimate}")];
    }
}
