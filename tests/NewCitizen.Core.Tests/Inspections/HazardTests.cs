using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.Inspections;
using NewCitizen.Maintenance;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Inspections;

public sealed class HazardTests : IDisposable
{
    private static readonly int[] s_steps = [0, 3, 5];
    private readonly TestOffice _office = new(builder => builder.Services.Configure<InspectionOptions>(options =>
    {
        options.CorrectionWorkdays[HazardSeverity.Ordinary] = 5;
        foreach (var step in s_steps)
        {
            options.EscalationWorkdays.Add(step);
        }
    }));

    private HazardManager Hazards => _office.Get<HazardManager>();

    public void Dispose() => _office.Dispose();

    [Fact]
    public void After_AnyActs_ClosesOnlyAfterNoticeAndAPassedRecheck() => Gen.Int[0, 5].Array[0, 20].Sample(drawn =>
    {
        var (state, noticed, passed) = (HazardState.Found, false, false);
        foreach (var act in drawn.Select(number => (HazardAct)number))
        {
            if (HazardStates.After(state, act) is not { } next)
            {
                continue;
            }

            noticed |= act == HazardAct.Notice;
            passed |= act == HazardAct.RecheckPassed;
            Assert.InRange((int)next - (int)state, 0, 1);
            Assert.True(next < HazardState.Noticed || noticed);
            Assert.True(next < HazardState.Corrected || passed);
            Assert.True(next < HazardState.Closed || act == HazardAct.Close);
            state = next;
        }

        Assert.All(Enum.GetValues<HazardAct>(), act => Assert.Null(HazardStates.After(HazardState.Closed, act)));
    });

    [Fact]
    public async Task Steps_InAnyOrderTried_OnlyTheNextOneIsTaken()
    {
        var home = await HomeAsync();
        var random = new Random(20261122);
        for (var round = 0; round < 15; round++)
        {
            var hazard = (await Hazards.ReportAsync(_office.West, new(home, HazardSeverity.Ordinary, "堵塞通道"), default)).Require();
            for (var i = 0; i < 12; i++)
            {
                var act = (HazardAct)random.Next(1, 5);
                var outcome = act switch
                {
                    HazardAct.Notice => await Hazards.NoticeAsync(_office.West, hazard.Id, hazard.Revision, null, null, default),
                    HazardAct.Close => await Hazards.CloseAsync(_office.West, hazard.Id, hazard.Revision, null, default),
                    _ => await Hazards.RecheckAsync(_office.West, hazard.Id, hazard.Revision, act == HazardAct.RecheckPassed, null, null, default),
                };
                Assert.Equal(HazardStates.After(hazard.State, act) is not null, outcome.Succeeded);
                if (!outcome.Succeeded)
                {
                    Assert.Equal(InspectionErrors.NotInThisState, outcome.FirstError.Code);
                    continue;
                }

                Assert.Equal(HazardStates.After(hazard.State, act), outcome.Value!.State);
                hazard = (await Hazards.FindAsync(_office.West, hazard.Id, default))!;
            }

            // What the record says was done leads through every state, whatever was tried.
            var state = HazardState.Found;
            foreach (var step in hazard.Steps.Skip(1))
            {
                state = HazardStates.After(state, step.Act)!.Value;
            }

            Assert.Equal(hazard.State, state);
            Assert.Equal(hazard.State == HazardState.Closed, hazard.ClosedOn is not null);
        }
    }

    [Fact]
    public async Task Story_HazardNoticeRecheckClosed_WithEscalationInWorkdays()
    {
        // Noticed on Wednesday 2026-09-23, five working days; 25–27 September and 1–7 October are free, 20 September and 10 October are worked.
        _office.Clock.Reset(Instant.FromUtc(2026, 9, 23, 2, 0));
        var hazard = await NoticedAsync();
        var due = hazard.Due(WorkCalendar.Default)!.Value.LastDay!.Value;
        Assert.Equal(WorkCalendar.Default.AddWorkdays(new(2026, 9, 23), 5).Date, due);
        Assert.Empty(await Hazards.ListOverdueAsync(_office.West, default));

        To(due);
        Assert.Empty(await Hazards.EscalateAsync(_office.West, default));
        To(due.PlusDays(1));
        Assert.Equal(1, Assert.Single(await Hazards.EscalateAsync(_office.West, default)).EscalationLevel);
        Assert.Empty(await Hazards.EscalateAsync(_office.West, default));
        Assert.Single(await Hazards.ListOverdueAsync(_office.West, default));

        // The third working day after is itself still level 1, however many free days lie between.
        var third = WorkCalendar.Default.AddWorkdays(due, 3).Date!.Value;
        Assert.True(Period.DaysBetween(due, third) >= 3);
        To(third);
        Assert.Empty(await Hazards.EscalateAsync(_office.West, default));
        To(third.PlusDays(1));
        Assert.Equal(2, Assert.Single(await Hazards.EscalateAsync(_office.West, default)).EscalationLevel);

        hazard = (await Hazards.FindAsync(_office.West, hazard.Id, default))!;
        var failed = (await Hazards.RecheckAsync(_office.West, hazard.Id, hazard.Revision, passed: false, 2, "仍堵塞", default)).Require();
        Assert.Equal((0, 2), (failed.EscalationLevel, failed.LimitWorkdays!.Value));
        var passed = (await Hazards.RecheckAsync(_office.West, hazard.Id, failed.Revision, passed: true, null, null, default)).Require();
        Assert.Null(passed.Due(WorkCalendar.Default));
        var closed = (await Hazards.CloseAsync(_office.West, hazard.Id, passed.Revision, "已清理", default)).Require();

        Assert.Equal(
            [HazardAct.Find, HazardAct.Notice, HazardAct.Escalate, HazardAct.Escalate, HazardAct.RecheckFailed, HazardAct.RecheckPassed, HazardAct.Close],
            closed.Steps.Select(step => step.Act));
        Assert.Empty((await Hazards.ListOpenAsync(_office.West, 10, null, default)).Items);
        var figures = await Hazards.CountAsync(_office.West, new(2026, 9, 1), new(2027, 1, 1), default);
        Assert.Equal((1, 0, 1, 0), (figures.HazardsFound, figures.MajorHazardsFound, figures.HazardsClosed, figures.OpenNow));
        Assert.True(figures.MeanDaysToClose > 10);
        Assert.Equal(0, (await Hazards.CountAsync(_office.South, new(2026, 9, 1), new(2027, 1, 1), default)).HazardsFound);
    }

    [Fact]
    public async Task SweepAsync_FromTwoHostsAtOnce_RaisesEachHazardOnce()
    {
        _office.Clock.Reset(Instant.FromUtc(2026, 9, 23, 2, 0));
        var hazards = new List<Hazard>();
        for (var i = 0; i < 12; i++)
        {
            hazards.Add(await NoticedAsync());
        }

        To(hazards[0].Due(WorkCalendar.Default)!.Value.LastDay!.Value.PlusDays(1));
        var settings = new MaintenanceOptions();
        settings.Agencies.Add(_office.West.Agency);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            using var sweeper = new HazardSweeper(Hazards, Options.Create(settings), NullLogger<HazardSweeper>.Instance);
            await sweeper.SweepAsync(default);
        })));

        foreach (var hazard in hazards)
        {
            var now = (await Hazards.FindAsync(_office.West, hazard.Id, default))!;
            Assert.Equal(1, now.EscalationLevel);
            Assert.Single(now.Steps, step => step.Act == HazardAct.Escalate);
        }
    }

    [Fact]
    public async Task LevelOn_MakeUpSaturday_CountsAsAWorkday()
    {
        // 2026-10-10 is a Saturday that is worked: one working day after Friday the 9th is that Saturday, not Monday the 12th.
        Assert.Equal(DayKind.MakeUpWorkday, WorkCalendar.Default.GetDayKind(new(2026, 10, 10)));
        var hazard = new Hazard { Id = default, Home = default, Description = "x", State = HazardState.Noticed, NoticedOn = new(2026, 10, 9), LimitWorkdays = 1 };
        Assert.Equal(new LocalDate(2026, 10, 10), hazard.Due(WorkCalendar.Default)!.Value.LastDay);
        Assert.Equal(0, Level(new(2026, 10, 10)));
        Assert.Equal(1, Level(new(2026, 10, 11)));

        int? Level(LocalDate today) => Escalation.LevelOn(hazard, today, s_steps, WorkCalendar.Default).Level;
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Due_YearNotAnnounced_IsUnknownAndNotGuessed()
    {
        _office.Clock.Reset(Instant.FromUtc(2026, 12, 30, 2, 0));
        var hazard = await NoticedAsync();
        Assert.Equal(2027, hazard.Due(WorkCalendar.Default)!.Value.NotAnnouncedYear);
        _office.Clock.Reset(Instant.FromUtc(2027, 3, 1, 2, 0));
        var line = Assert.Single((await Hazards.ListOpenAsync(_office.West, 10, null, default)).Items);
        Assert.Equal((null, null, 2027), (line.IsOverdue, line.Escalation.Level, line.Escalation.NotAnnouncedYear!.Value));
        Assert.Empty(await Hazards.EscalateAsync(_office.West, default));
        Assert.Equal(1, (await Hazards.CountAsync(_office.West, new(2026, 1, 1), new(2028, 1, 1), default)).OverdueUnknown);
    }

    [Fact]
    public async Task Steps_WrongInput_IsRefusedWithItsCode()
    {
        var home = await HomeAsync();
        Assert.Equal(InspectionErrors.HomeMissing, (await Hazards.ReportAsync(_office.South, new(home, HazardSeverity.Major, "x"), default)).FirstError.Code);
        Assert.Equal(InspectionErrors.TextInvalid, (await Hazards.ReportAsync(_office.West, new(home, HazardSeverity.Major, " "), default)).FirstError.Code);
        var major = (await Hazards.ReportAsync(_office.West, new(home, HazardSeverity.Major, "x"), default)).Require();
        Assert.Equal(InspectionErrors.NotConfigured, (await Hazards.NoticeAsync(_office.West, major.Id, major.Revision, null, null, default)).FirstError.Code);
        Assert.Equal(InspectionErrors.NumberOutOfRange, (await Hazards.NoticeAsync(_office.West, major.Id, major.Revision, 366, null, default)).FirstError.Code);
        Assert.Equal(InspectionErrors.TextInvalid, (await Hazards.NoticeAsync(_office.West, major.Id, major.Revision, 1, new string('长', 201), default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await Hazards.NoticeAsync(_office.South, major.Id, major.Revision, 1, null, default)).FirstError.Code);
        (await Hazards.NoticeAsync(_office.West, major.Id, major.Revision, 1, null, default)).Require();
        Assert.Equal(StorageErrors.Conflict, (await Hazards.RecheckAsync(_office.West, major.Id, major.Revision, passed: true, null, null, default)).FirstError.Code);
        Assert.False(Escalation.LevelOn(major, _office.Today, [], WorkCalendar.Default).IsConfigured);
    }

    private void To(LocalDate day) => _office.Clock.Reset(ShanghaiTime.StartOfDay(day) + Duration.FromHours(10));

    private async Task<Hazard> NoticedAsync()
    {
        var hazard = (await Hazards.ReportAsync(_office.West, new(await HomeAsync(), HazardSeverity.Ordinary, "堵塞通道"), default)).Require();
        return (await Hazards.NoticeAsync(_office.West, hazard.Id, hazard.Revision, null, "当面送达", default)).Require();
    }

    private async Task<RentalPropertyId> HomeAsync() =>
        (await _office.Housing.AddPropertyAsync(_office.West, new AddRentalProperty { Address = "天海公寓1号楼", LandlordName = "王房东" }, default)).Require().Id;
}
