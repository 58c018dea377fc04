using CsCheck;
using NewCitizen.Permits;
using NodaTime;

namespace NewCitizen.Core.Tests.Permits;

public sealed class PermitLifeTests
{
    private static readonly PermitAct[] s_acts =
    [
        PermitAct.Endorse, PermitAct.Endorse, PermitAct.Endorse, PermitAct.Endorse, PermitAct.Endorse, PermitAct.ReportLost, PermitAct.ReportDamaged, PermitAct.Replace,
        PermitAct.MoveWithin, PermitAct.MoveAway, PermitAct.MoveBack, PermitAct.Cancel, PermitAct.Issue, PermitAct.Accept,
    ];

    // Days about the ends of months, and 29 February, come more often than chance would have it.
    private static readonly Gen<DateOnly> s_issue = Gen.OneOf(
        Gen.Int[0, 2600].Select(days => new DateOnly(2018, 1, 1).AddDays(days)),
        Gen.Const(new DateOnly(2020, 2, 29)),
        Gen.Const(new DateOnly(2024, 2, 29)),
        Gen.Select(Gen.Int[2018, 2025], Gen.Int[1, 12]).Select((year, month) => new DateOnly(year, month, DateTime.DaysInMonth(year, month))));

    private static readonly Gen<(int Days, PermitAct Act)[]> s_life = Gen.Select(
        Gen.OneOf(Gen.Int[0, 3], Gen.Int[25, 34], Gen.Int[330, 340], Gen.Int[360, 370], Gen.Int[0, 500]), Gen.Int[0, s_acts.Length - 1].Select(i => s_acts[i])).Array[0, 14];

    [Fact]
    public void StandingOn_RandomLives_AgreesWithTheDayByDaySimulation() => Gen.Select(s_issue, s_life).Sample((issued, life) =>
    {
        var simulated = new SimulatedLife(issued);
        var standing = Born(issued);
        var events = new List<PermitEvent>(Before(issued));
        foreach (var (days, act) in life)
        {
            for (var i = 0; i < days; i++)
            {
                simulated.NextDay();
                Same(simulated, PermitLife.Advance(standing, Local(simulated.Today)));
            }

            var happened = new PermitEvent(Local(simulated.Today), act);
            var (next, refusal) = PermitLife.Apply(standing, happened);
            Assert.Equal(simulated.Do(act), refusal is null);
            Same(simulated, next);
            standing = next;
            if (refusal is null)
            {
                events.Add(happened);
            }
        }

        // The fold over all events says the same as one event after the other, on any later day too.
        var end = Local(simulated.Today).PlusDays(40);
        Assert.Equal(PermitLife.Advance(standing, end), PermitLife.StandingOn(events, end));
    }, iter: 2_000);

    [Fact]
    public void Apply_RandomActs_NeverLeavesTheTable() => Gen.Select(Gen.Int[0, 40], Gen.Int[0, (int)PermitAct.Lapse].Select(i => (PermitAct)i)).Array[1, 30].Sample(acts =>
    {
        var standing = PermitLife.StandingOn([], new(2026, 1, 1));
        foreach (var (days, act) in acts)
        {
            var on = standing.On.PlusDays(days);
            var before = PermitLife.Advance(standing, on);
            var (after, refusal) = PermitLife.Apply(standing, new(on, act));
            Assert.Equal(refusal is null ? PermitFlow.After(before.State, act) : before.State, after.State);
            Assert.Equal(after.State is { } state && PermitFlow.IsEnd(state), after.EndedOn is not null);
            Assert.False(before.State is { } was && PermitFlow.IsEnd(was) && refusal is null);
            standing = after;
        }
    }, iter: 5_000);

    [Fact]
    public void Issue_YearsCountedFromAStay_CoversTheFirstYearEndThatIsNotBehind() => Gen.Select(s_issue, Gen.Int[0, 1500]).Sample((from, days) =>
    {
        var on = Local(from).PlusDays(days);
        var life = Before(from.AddDays(days)).Select(own => own.Act == PermitAct.Issue ? own with { YearsFrom = Local(from) } : own);

        var standing = PermitLife.StandingOn(life, on);

        // Art. 10 wants an endorsement a year; a card of this month needs none yet.
        var last = standing.ActiveThrough!.Value;
        Assert.True(last > on);
        Assert.True(last.PlusMonths(-1) > on || last.PlusMonths(-1) == on);
        Assert.True(last <= on.PlusMonths(13).PlusDays(3));
        Assert.Equal(Local(from), standing.ContinuousSince);
    }, iter: 3_000);

    [Fact]
    public void Trace_LateThenEndorsed_TellsEachLineWithItsRule()
    {
        var trace = PermitLife.Trace(
            [.. Before(new(2024, 2, 29)), new(new(2025, 1, 27), PermitAct.Endorse), new(new(2025, 3, 5), PermitAct.Endorse), new(new(2025, 4, 1), PermitAct.Replace)], new(2026, 3, 6));

        Assert.Equal(
            [
                (new LocalDate(2024, 2, 14), PermitAct.Apply, PermitState.Applied, null, "permit.papers"),
                (new(2024, 2, 15), PermitAct.Accept, PermitState.Accepted, null, "permit.issue-limit"),
                (new(2024, 2, 29), PermitAct.Issue, PermitState.Active, null, "permit.issue-limit"),
                (new(2025, 1, 27), PermitAct.Endorse, PermitState.Active, "NC2873", "permit.endorsement"),
                (new(2025, 3, 1), PermitAct.Lapse, PermitState.Suspended, null, "permit.suspension"),
                (new(2025, 3, 5), PermitAct.Endorse, PermitState.Active, null, "permit.year-count"),
                (new(2025, 4, 1), PermitAct.Replace, PermitState.Active, "NC2874", "permit.replacement"),
                (new(2026, 3, 6), PermitAct.Lapse, PermitState.Suspended, null, (string?)"permit.suspension"),
            ],
            trace.Lines.Select(line => (line.On, line.Act, line.State!.Value, line.Refusal?.Code.Value, line.Rule)));
        Assert.Equal((new LocalDate(2025, 3, 5), 1, new LocalDate(2026, 3, 6)), (trace.Standing.ContinuousSince, trace.Standing.LateEndorsements, trace.Standing.SuspendedSince));
    }

    [Fact]
    public void Apply_OlderThanTheEventBefore_IsRefused() =>
        Assert.Equal(PermitErrors.OutOfOrder, PermitLife.Apply(Born(new(2025, 1, 1)), new(new(2024, 12, 31), PermitAct.Endorse)).Refusal!.Code);

    [Fact]
    public void Apply_YearsFromAfterTheIssue_IsRefused()
    {
        var accepted = PermitLife.StandingOn(Before(new(2025, 1, 1)).SkipLast(1), new(2025, 1, 1));

        Assert.Equal(PermitErrors.YearsFromInvalid, PermitLife.Apply(accepted, new(new(2025, 1, 1), PermitAct.Issue, new LocalDate(2025, 1, 2))).Refusal!.Code);
    }

    private static IReadOnlyList<PermitEvent> Before(DateOnly issued) =>
    [
        new(Local(issued).PlusDays(-15), PermitAct.Apply), new(Local(issued).PlusDays(-14), PermitAct.Accept), new(Local(issued), PermitAct.Issue),
    ];

    private static PermitStanding Born(DateOnly issued) => PermitLife.StandingOn(Before(issued), Local(issued));

    private static void Same(SimulatedLife simulated, PermitStanding standing)
    {
        Assert.Equal(simulated.State, standing.State!.Value.ToString().ToLowerInvariant());
        Assert.Equal(Local(simulated.CountedFrom), standing.ContinuousSince);
        Assert.Equal(simulated.SuspendedSince is { } since ? Local(since) : null, standing.SuspendedSince);
        Assert.Equal(simulated.Window is { } window ? new EndorsementWindow(Local(window.Opens), Local(window.Last)) : null, standing.NextWindow);
        Assert.Equal(simulated.IsAway, standing.IsAway);
        if (simulated.State != "cancelled")
        {
            Assert.Equal(simulated.FullYears, standing.FullYears);
        }
    }

    private static LocalDate Local(DateOnly day) => new(day.Year, day.Month, day.Day);
}
