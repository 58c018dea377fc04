using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Collection;
using NewCitizen.Core.Tests.Maintenance;
using NewCitizen.Grid;
using NewCitizen.Maintenance;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Core.Tests.Collection;

public sealed class DuplicatesJobTests : IDisposable
{
    private readonly TestOffice _office = new(builder => builder.AddMaintenance(options =>
    {
        options.Agencies.Add(Agencies.AgencyId.Parse("west"));
        options.Pause = Duration.Zero;
        options.StepRecords = 3;
    }));

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task RunAsync_SameNameAndBirthDateFromAnyEntry_OpensOneReviewForTheTwo()
    {
        // One birth date, two numbers; a third person has the name only, a fourth the date only.
        var twins = Twins();
        await _office.RegisterAsync(TestOffice.Person("李雷", twins[0]));
        await _office.RegisterAsync(TestOffice.Person("李雷", TestOffice.Number));
        await _office.RegisterAsync(TestOffice.Person("韩梅梅", twins[1]));
        Assert.Empty(await TasksAsync());
        Assert.Equal(0, (await RunAsync()).Figures.GetValueOrDefault("reviews"));

        var late = await _office.RegisterAsync(TestOffice.Person("李雷", twins[2]));
        var report = await RunAsync();
        Assert.Equal((1L, 1L), (report.Figures["seen"], report.Figures["reviews"]));
        var task = Assert.Single(await TasksAsync());
        Assert.Equal((GridTaskKind.Review, late.Id.Value, DuplicatesJob.Topic, GridTaskState.Open), (task.Kind, task.SubjectId, task.Topic, task.State));
        Assert.NotNull(task.Address);
    }

    [Fact]
    public async Task RunAsync_TwoEnteredSinceTheLastRun_OpensOneTaskAndNoneAgain()
    {
        var twins = Twins();
        await _office.RegisterAsync(TestOffice.Person("李雷", twins[0]));
        await _office.RegisterAsync(TestOffice.Person("李雷", twins[1]));
        Assert.Equal(1, (await RunAsync()).Figures["reviews"]);
        var task = Assert.Single(await TasksAsync());

        Assert.Equal(0, (await RunAsync()).Figures.GetValueOrDefault("seen"));
        Assert.Equal(task.Id, Assert.Single(await TasksAsync()).Id);
        Assert.Equal(2, (await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Name = "李雷" }, default)).Items.Count);
    }

    private static string[] Twins() => [.. Enumerable.Range(1, 3).Select(order => Numbers.On("19900203", order))];

    private async Task<JobReport> RunAsync()
    {
        var report = await _office.Get<JobRunner>().RunAsync("duplicates", default);
        Assert.Equal(JobOutcome.Completed, report.Outcome);
        return report;
    }

    private async Task<IReadOnlyList<GridTask>> TasksAsync() =>
        (await _office.Get<IGridTaskStore>().ListAsync(_office.West.Agency, [GridTaskState.Open], null, null, 100, null, default)).Items;
}
