using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Maintenance;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Maintenance;

public sealed class RetentionJobTests : IDisposable
{
    private TestOffice _office = null!;

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task RunAsync_NothingConfigured_ErasesNothingAndSaysSo()
    {
        Open(options => options.Periods.Clear());
        await EndedAsync(3);

        var report = await Runner.RunAsync("retention", default);

        Assert.Equal(JobOutcome.Completed, report.Outcome);
        Assert.Equal(RetentionRules.All.Select(rule => rule.Name).Order(StringComparer.Ordinal), report.Warnings.Where(warning => warning.Code == JobErrors.NotConfigured).Select(warning => warning.Arguments[0]).Order());
        Assert.Equal(RetentionRules.All.Count, report.Figures["not_configured"]);
        Assert.Equal(3, await LivingAsync());
        Assert.Contains((await Runner.RunAsync("request-keys", default)).Warnings, warning => warning.Code == JobErrors.NotConfigured);
        Assert.Contains((await Runner.RunAsync("feed-trim", default)).Warnings, warning => warning.Code == JobErrors.NotConfigured);
    }

    [Fact]
    public async Task RunAsync_Due_ErasesInStepsWithFiguresAndOneAuditEntryAStep()
    {
        Open(options => options.StepRecords = 4);
        await EndedAsync(10);
        var forecast = await _office.Get<Retention>().ForecastAsync(default);
        var figure = Assert.Single(forecast.Figures, figure => figure is { Rule: "residents", Agency.Value: "west" });
        Assert.Equal((0, new LocalDate(2026, 11, 12)), (figure.Due, figure.FirstKept));

        _office.Clock.AdvanceDays(10);
        figure = Assert.Single((await _office.Get<Retention>().ForecastAsync(default)).Figures, figure => figure is { Rule: "residents", Agency.Value: "west" });
        Assert.Equal((10, new LocalDate(2026, 11, 20)), (figure.Due, figure.Oldest));
        Assert.Equal(10, await LivingAsync());

        var report = await Runner.RunAsync("retention", default);

        Assert.Equal(JobOutcome.Completed, report.Outcome);
        Assert.Equal((10, 10, 0), (report.Figures["due.residents"], report.Figures["erased.residents"], report.Figures["left.residents"]));
        Assert.Equal(0, await LivingAsync());
        var steps = (await AuditAsync()).Where(entry => entry.Action == "retention.erase").ToList();
        Assert.Equal(3, steps.Count);
        Assert.Equal("""{"rule":"residents","firstKept":"2026-11-22","records":4}""", steps[0].Details);
        Assert.Equal($$"""{"outcome":"completed","due.residents":10,"erased.residents":10,"left.residents":0,"not_configured":{{RetentionRules.All.Count - 1}}}""", Assert.Single(await AuditAsync(), entry => entry.Action == "job.retention").Details);
        Assert.Equal(report.Figures, (await Runner.ReadAsync(default)).Single(run => run.Job == "retention").Figures);
    }

    [Fact]
    public async Task RunAsync_TimeUsedUp_PausesAndGoesOnNextDay()
    {
        Open(options =>
        {
            options.StepRecords = 4;
            options.Budget = Duration.FromMilliseconds(1);
            options.RunAt = new LocalTime(2, 0);
        });
        await EndedAsync(10);
        _office.Clock.Reset(Instant.FromUtc(2026, 12, 4, 18, 0)); // 02:00 of the 5th in Shanghai
        _office.Clock.AutoAdvance = Duration.FromMilliseconds(1);

        var first = Assert.Single(await Runner.RunDueAsync(default), report => report.Job == "retention");
        Assert.Equal(JobOutcome.Paused, first.Outcome);
        Assert.Equal(6, first.Figures["left.residents"]);
        Assert.Empty(await Runner.RunDueAsync(default));

        _office.Clock.AdvanceDays(1);
        Assert.Equal(2, Assert.Single(await Runner.RunDueAsync(default), report => report.Job == "retention").Figures["left.residents"]);
        _office.Clock.AdvanceDays(1);
        await Runner.RunDueAsync(default);
        Assert.Equal(0, await LivingAsync());
    }

    [Fact]
    public async Task RunDueAsync_BeforeTheHourInShanghai_DoesNothing()
    {
        Open(options => options.RunAt = new LocalTime(2, 0));
        _office.Clock.Reset(Instant.FromUtc(2026, 12, 4, 17, 59, 59));
        Assert.Empty(await Runner.RunDueAsync(default));
        _office.Clock.AdvanceSeconds(1);
        Assert.Equal(Runner.Jobs, (await Runner.RunDueAsync(default)).Select(report => report.Job));
        _office.Clock.AdvanceHours(21);
        Assert.Empty(await Runner.RunDueAsync(default));
    }

    [Fact]
    public async Task RunAsync_LeaseLostMeanwhile_WritesNothingMore()
    {
        JobRunner? other = null;
        JobReport? theirs = null;
        var office = Open(_ => { }, builder => builder.Services.AddSingleton<IMaintenanceJob>(new Probe(async step =>
        {
            if (theirs is not null)
            {
                return true;
            }

            // This host sleeps for an hour; another takes the work over and ends it.
            _office.Clock.AdvanceHours(1);
            theirs = await other!.RunAsync("probe", default);
            step.Set("late", 1);
            await step.NextAsync(default);
            return true;
        })));
        other = new JobRunner(
            [new Probe(_ => ValueTask.FromResult(true))], office.Get<JobRuns>(), office.Get<StoreLeases>(), office.Get<IOptions<MaintenanceOptions>>(), office.Clock, office.Get<IIdGenerator>());

        var mine = await Runner.RunAsync("probe", default);

        Assert.Equal(JobOutcome.Completed, theirs!.Outcome);
        Assert.Equal(JobOutcome.HeldElsewhere, mine.Outcome);
        Assert.False((await office.Get<JobRuns>().ReadAsync("probe", default)).Figures.ContainsKey("late"));
    }

    [Fact]
    public async Task RunAsync_HeldByAnotherHost_StaysAway()
    {
        var office = Open(_ => { });
        await office.Get<StoreLeases>().TryAcquireAsync("job/retention", "other", Duration.FromMinutes(1), default);
        Assert.Equal(JobOutcome.HeldElsewhere, (await Runner.RunAsync("retention", default)).Outcome);
    }

    [Fact]
    public async Task RunAsync_JobFails_KeepsTheCodeAndIsTriedAgainLater()
    {
        var fail = true;
        Open(
            options => options.RunAt = new LocalTime(2, 0),
            builder => builder.Services.AddSingleton<IMaintenanceJob>(new Probe(_ => fail ? throw new StoreUnavailableException(StorageErrors.DiskFull) : ValueTask.FromResult(true))));

        var failed = Assert.Single(await Runner.RunDueAsync(default), report => report.Job == "probe");
        Assert.Equal((JobOutcome.Failed, "NC3009"), (failed.Outcome, failed.Error));
        Assert.Empty(await Runner.RunDueAsync(default));
        fail = false;
        _office.Clock.AdvanceMinutes(15);
        Assert.Equal(JobOutcome.Completed, Assert.Single(await Runner.RunDueAsync(default)).Outcome);
    }

    [Theory]
    [InlineData("residents", 0)]
    [InlineData("residents", -1)]
    [InlineData("nonsense", 1)]
    public void Options_ThatWouldEraseTooMuch_AreRefused(string rule, int years)
    {
        var office = Open(options => options.Periods[rule] = Period.FromYears(years));
        Assert.Throws<OptionsValidationException>(() => office.Get<IOptions<MaintenanceOptions>>().Value);
    }

    private JobRunner Runner => _office.Get<JobRunner>();

    private TestOffice Open(Action<MaintenanceOptions> configure, Action<NewCitizenBuilder>? more = null) => _office = new TestOffice(builder =>
    {
        more?.Invoke(builder);
        builder.AddMaintenance(options =>
        {
            options.Agencies.UnionWith([AgencyId.Parse("west"), AgencyId.Parse("south")]);
            options.Periods["residents"] = Period.FromDays(10);
            options.Pause = Duration.Zero;
            configure(options);
        });
    });

    // Stays that ended two days before the clock's day.
    private async Task EndedAsync(int count)
    {
        foreach (var number in Numbers.Some(count))
        {
            var file = await _office.RegisterAsync(TestOffice.Person(number: number));
            var stay = (await _office.FullAsync(file.Id)).Registrations[0].Id;
            (await _office.Residents.EndResidenceAsync(_office.West, file.Id, file.Revision, stay, _office.Today.PlusDays(-2), default)).Require();
        }
    }

    private async Task<int> LivingAsync() => (await _office.Residents.SearchAsync(_office.West, new ResidentSearch(), default)).Items.Count;

    private async Task<IReadOnlyList<AuditEntry>> AuditAsync() =>
        [.. (await _office.Audit.ReadAuditAsync(null, FeedPosition.Start, 10_000, default)).Entries.Select(stored => stored.Entry)];

    private sealed class Probe(Func<JobStep, ValueTask<bool>> run) : IMaintenanceJob
    {
        public string Name => "probe";

        public ValueTask<bool> RunAsync(JobStep step, CancellationToken cancellationToken) => run(step);
    }
}
