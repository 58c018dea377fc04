using System.Text;
using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Divisions;
using NewCitizen.Errors;
using NewCitizen.Permits;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Permits;

public sealed class PermitManagerTests : IDisposable
{
    private readonly PermitDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task ApplyAsync_ManyAtOnceForOnePerson_OneIsTaken()
    {
        var person = await _desk.ArriveAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(async () => await _desk.Permits.ApplyAsync(_desk.West, PermitDesk.Application(person), null, default))));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal(PermitErrors.AlreadyHolds, outcome.FirstError.Code));
        var own = outcomes.Single(outcome => outcome.Succeeded).Value!;
        (await _desk.DoAsync(own, PermitAct.Withdraw)).Require();
        Assert.True((await _desk.Permits.ApplyAsync(_desk.West, PermitDesk.Application(person), null, default)).Succeeded);
    }

    [Fact]
    public async Task ApplyAsync_SameKey_IsTheSameApplication()
    {
        var command = PermitDesk.Application(await _desk.ArriveAsync());
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () => await _desk.Permits.ApplyAsync(_desk.West, command, PermitDesk.Key("k1"), default))));

        Assert.Single(atOnce.Select(outcome => outcome.Require().Number).Distinct());
        Assert.Equal(StorageErrors.KeyReused, (await _desk.Permits.ApplyAsync(_desk.West, command, PermitDesk.Key("k1", 2), default)).FirstError.Code);
        Assert.Equal(PermitErrors.AlreadyHolds, (await _desk.Permits.ApplyAsync(_desk.West, command, PermitDesk.Key("k2"), default)).FirstError.Code);
    }

    public static TheoryData<string, string, Func<ApplyForPermit, ApplyForPermit>> Wrong { get; } = new()
    {
        { "NC2871", "permit.other-city", c => c with { Circumstances = c.Circumstances with { HukouElsewhere = false } } },
        { "NC2871", "permit.other-city", c => c with { Circumstances = c.Circumstances with { HukouElsewhere = null } } },
        { "NC2877", "", c => c with { Papers = ["id-card", "spoon"] } },
        { "NC2877", "", c => c with { Papers = ["student-card"] } },
        { "NC2881", "", c => c with { ByAgent = true, Papers = ["id-card", "agent-id"] } },
        { "NC2884", "", c => c with { Resident = new(Guid.Parse("0198a000-0000-7000-8000-00000000dead")) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task ApplyAsync_SomethingWrong_IsRefused(string code, string argument, Func<ApplyForPermit, ApplyForPermit> spoil)
    {
        var command = PermitDesk.Application(await _desk.ArriveAsync());

        var refused = await _desk.Permits.ApplyAsync(_desk.West, spoil(command), null, default);

        Assert.Equal(code, refused.FirstError.Code.Value);
        Assert.Equal(argument, string.Concat(refused.FirstError.Arguments));
        Assert.True((await _desk.Permits.ApplyAsync(_desk.West, command, null, default)).Succeeded);
    }

    [Fact]
    public async Task ApplyAsync_AMinorByTheGuardian_IsTaken()
    {
        var number = "120116201402282" + "01";
        var minor = await _desk.Office.RegisterAsync(PermitDesk.Newcomer(number: WithCheck(number)));
        var command = PermitDesk.Application(minor.Id) with { ByAgent = true, Papers = ["id-card", "photo", "lease", "agent-id"] };

        Assert.True((await _desk.Permits.ApplyAsync(_desk.West, command, null, default)).Succeeded);

        static string WithCheck(string seventeen)
        {
            int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
            return seventeen + "10X98765432"[seventeen.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11];
        }
    }

    [Fact]
    public async Task ApplyAsync_LastMinuteBeforeMidnightInShanghai_TheHalfYearIsNotFull()
    {
        // Since 22 May: full on 22 November, which begins at 16:00 UTC of the 21st.
        var person = await _desk.ArriveAsync(new(2026, 5, 22));
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 11, 21, 15, 59));
        var early = await _desk.Permits.ApplyAsync(_desk.West, PermitDesk.Application(person), null, default);
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 11, 21, 16, 0));
        var due = await _desk.Permits.ApplyAsync(_desk.West, PermitDesk.Application(person), null, default);

        Assert.Equal(["permit.half-year", "permit.tianjin-registered"], early.Issues.Select(issue => issue.Arguments[0]));
        Assert.True(due.Succeeded);
    }

    [Fact]
    public async Task ApplyAsync_HolderOfABeijingPermit_NeedsNoHalfYearInTianjinOnly()
    {
        using var shenzhen = new PermitDesk(options => options.Division = DivisionCode.Parse("440300"));
        foreach (var (desk, allowed) in new[] { (_desk, true), (shenzhen, false) })
        {
            var person = (await desk.Office.RegisterAsync(PermitDesk.Newcomer(new(2026, 11, 1), division: null))).Id;
            var command = PermitDesk.Application(person);
            command = command with { Circumstances = command.Circumstances with { OtherPermitDivision = "110000" } };

            var outcome = await desk.Permits.ApplyAsync(desk.West, command, null, default);

            Assert.Equal(allowed, outcome.Succeeded);
            Assert.Equal(allowed ? ["other-permit"] : null, outcome.Value?.PapersMissing.Select(paper => paper.AnyOf[0].Code));
        }
    }

    [Fact]
    public async Task AssessAsync_StaysWithAGap_ShowsTheGapAndTheDay()
    {
        var person = await _desk.ArriveAsync(new(2026, 3, 1));
        var file = await _desk.Office.FullAsync(person);
        var ended = (await _desk.Office.Residents.EndResidenceAsync(_desk.West, person, file.Revision, file.Registrations[0].Id, new(2026, 6, 1), default)).Require();
        await _desk.Office.RegisterAsync(PermitDesk.Newcomer(new(2026, 7, 1)));

        var assessed = (await _desk.Permits.AssessAsync(_desk.West, ended.Id, new(PermitRoute.Job, true), default)).Require();

        Assert.False(assessed.IsEligible);
        var gap = Assert.Single(assessed.Stay.Gaps);
        Assert.Equal((new LocalDate(2026, 6, 1), new LocalDate(2026, 7, 1), 30, true), (gap.From, gap.Until, gap.Days, gap.Breaks));
        Assert.Equal(new LocalDate(2027, 1, 1), assessed.Stay.HalfYearFullOn);
        Assert.Equal(["permit.half-year", "permit.tianjin-registered"], assessed.Open.Select(finding => finding.Rule.Code));
    }

    [Fact]
    public async Task AssessAsync_GapTheCityTolerates_DoesNotBreakTheStay()
    {
        using var desk = new PermitDesk(options => options.Policies.Add(new(DivisionCode.Parse("120000"), new(2020, 1, 1)) { ToleratedGapDays = 30 }));
        var person = await desk.ArriveAsync(new(2026, 3, 1));
        var file = await desk.Office.FullAsync(person);
        (await desk.Office.Residents.EndResidenceAsync(desk.West, person, file.Revision, file.Registrations[0].Id, new(2026, 6, 1), default)).Require();
        await desk.Office.RegisterAsync(PermitDesk.Newcomer(new(2026, 7, 1)));

        var assessed = (await desk.Permits.AssessAsync(desk.West, person, new(PermitRoute.Job, true), default)).Require();

        Assert.True(assessed.IsEligible);
        Assert.False(Assert.Single(assessed.Stay.Gaps).Breaks);
    }

    [Fact]
    public async Task AssessAsync_StaysInAnotherCity_DoNotCount()
    {
        var person = (await _desk.Office.RegisterAsync(PermitDesk.Newcomer(division: "110105"))).Id;

        Assert.Null((await _desk.Permits.AssessAsync(_desk.West, person, new(PermitRoute.Job, true), default)).Require().Stay.Since);
    }

    [Fact]
    public async Task NoDivisionConfigured_IsAnAnswer()
    {
        using var office = new TestOffice();
        var person = (await office.RegisterAsync(PermitDesk.Newcomer())).Id;

        Assert.Equal(PermitErrors.DivisionNotConfigured, (await office.Get<PermitManager>().ApplyAsync(office.West, PermitDesk.Application(person), null, default)).FirstError.Code);
        Assert.Equal(PermitErrors.DivisionNotConfigured, (await office.Get<PermitManager>().AssessAsync(office.West, person, new(PermitRoute.Job), default)).FirstError.Code);
    }

    [Fact]
    public async Task Papers_Missing_AreToldOnceAndAllTogether()
    {
        var own = (await _desk.Permits.ApplyAsync(_desk.West, PermitDesk.Application(await _desk.ArriveAsync()) with { Papers = ["id-card", "photo"] }, null, default)).Require();

        Assert.Equal((PermitErrors.PapersMissing, "1"), Of(await _desk.DoAsync(own, PermitAct.Accept)));
        Assert.Equal(PermitErrors.PaperUnknown, (await _desk.Permits.AskSupplementAsync(_desk.West, own.Id, own.Revision, ["spoon"], default)).FirstError.Code);
        own = (await _desk.DoAsync(own, PermitAct.AskSupplement)).Require();
        Assert.Equal(["photo", "lease", "title", "purchase-contract", "accommodation-letter"], own.AskedFor);
        Assert.Equal(PermitErrors.SupplementTwice, (await _desk.DoAsync(own, PermitAct.AskSupplement)).FirstError.Code);
        Assert.Equal((PermitErrors.PapersMissing, "1"), Of(await _desk.DoAsync(own, PermitAct.Supplement)));
        own = (await _desk.Permits.SupplementAsync(_desk.West, own.Id, own.Revision, ["photo", "title"], default)).Require();
        Assert.Equal(PermitErrors.SupplementTwice, (await _desk.DoAsync(own, PermitAct.AskSupplement)).FirstError.Code);
        own = (await _desk.DoAsync(own, PermitAct.Accept)).Require();
        Assert.Equal(PermitErrors.NotInThisState, (await _desk.DoAsync(own, PermitAct.AskSupplement)).FirstError.Code);

        var complete = await _desk.ApplyAsync(await _desk.ArriveAsync(number: TestOffice.OtherNumber));
        Assert.Equal(PermitErrors.NothingMissing, (await _desk.Permits.AskSupplementAsync(_desk.West, complete.Id, complete.Revision, [], default)).FirstError.Code);
    }

    [Fact]
    public async Task Acts_InStatesThatDoNotAllowThem_AreRefused()
    {
        var own = await _desk.ApplyAsync();
        foreach (var act in new[] { PermitAct.Supplement, PermitAct.SignOff, PermitAct.Extend, PermitAct.Issue, PermitAct.Refuse, PermitAct.Endorse, PermitAct.ReportLost, PermitAct.ReportDamaged, PermitAct.Replace, PermitAct.MoveWithin, PermitAct.MoveAway, PermitAct.MoveBack, PermitAct.Cancel })
        {
            Assert.Equal((PermitErrors.NotInThisState, $"{act}Applied"), Of(await _desk.DoAsync(own, act)));
        }

        own = (await _desk.DoAsync(own, PermitAct.RefuseAcceptance)).Require();
        foreach (var act in Enum.GetValues<PermitAct>().Where(act => act is not (PermitAct.Apply or PermitAct.Lapse)))
        {
            Assert.Equal(PermitErrors.NotInThisState, (await _desk.DoAsync(own, act)).FirstError.Code);
        }
    }

    [Fact]
    public async Task Acts_WithoutReasonOrAtAnOldRevisionOrNowhere_AreRefused()
    {
        var own = await _desk.ApplyAsync();

        Assert.Equal((PermitErrors.ReasonInvalid, "500"), Of(await _desk.Permits.RefuseAcceptanceAsync(_desk.West, own.Id, own.Revision, " ", default)));
        Assert.Equal((PermitErrors.ReasonInvalid, "500"), Of(await _desk.Permits.RefuseAcceptanceAsync(_desk.West, own.Id, own.Revision, new string('x', 501), default)));
        var accepted = (await _desk.DoAsync(own, PermitAct.Accept)).Require();
        Assert.Equal(PermitErrors.ReasonInvalid, (await _desk.Permits.ExtendAsync(_desk.West, own.Id, accepted.Revision, "", default)).FirstError.Code);
        Assert.Equal(PermitErrors.ReasonInvalid, (await _desk.Permits.RefuseAsync(_desk.West, own.Id, accepted.Revision, "", default)).FirstError.Code);
        Assert.Equal(StorageErrors.Conflict, (await _desk.DoAsync(own, PermitAct.Withdraw)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await _desk.Permits.AcceptAsync(_desk.Office.South, own.Id, own.Revision, default)).FirstError.Code);
    }

    [Fact]
    public async Task IssueAsync_LimitOfFifteenDays_IsOverTheDayAfterAndWarns()
    {
        var own = (await _desk.DoAsync(await _desk.ApplyAsync(), PermitAct.Accept)).Require();

        _desk.GoTo(PermitDesk.Today.PlusDays(15));
        Assert.Empty((await _desk.Permits.ListOverdueAsync(_desk.West, 10, null, default)).Items);
        _desk.GoTo(PermitDesk.Today.PlusDays(16));
        Assert.Equal(own.Id, Assert.Single((await _desk.Permits.ListOverdueAsync(_desk.West, 10, null, default)).Items).Id);
        var issued = await _desk.DoAsync(own, PermitAct.Issue);

        Assert.Equal(PermitErrors.IssuedLate, Assert.Single(issued.Issues).Code);
        Assert.Empty((await _desk.Permits.ListOverdueAsync(_desk.West, 10, null, default)).Items);
    }

    [Fact]
    public async Task ExtendAsync_SpecialCase_ThirtyDaysInTianjinAndNotConfiguredElsewhere()
    {
        using var shenzhen = new PermitDesk(options => options.Division = DivisionCode.Parse("440300"));
        var there = (await shenzhen.DoAsync(await shenzhen.ApplyAsync((await shenzhen.Office.RegisterAsync(PermitDesk.Newcomer(division: null))).Id), PermitAct.Accept)).Require();
        var own = (await _desk.DoAsync(await _desk.ApplyAsync(), PermitAct.Accept)).Require();
        own = (await _desk.DoAsync(own, PermitAct.SignOff)).Require();

        Assert.Equal((PermitErrors.ExtensionNotConfigured, "ExtendedIssueDays"), Of(await shenzhen.DoAsync(there, PermitAct.Extend)));
        own = (await _desk.DoAsync(own, PermitAct.Extend)).Require();
        Assert.Equal(PermitErrors.ExtendedAlready, (await _desk.DoAsync(own, PermitAct.Extend)).FirstError.Code);
        _desk.GoTo(PermitDesk.Today.PlusDays(30));
        Assert.Empty((await _desk.DoAsync(own, PermitAct.Issue)).Issues);
    }

    [Fact]
    public async Task Endorsement_AroundTheWindowInShanghaiTime_TooEarlyInTimeLate()
    {
        var own = await _desk.IssuedAsync();

        // Issued on 2026-11-22: the year is full on 2027-11-22, the window opens on 2027-10-22 at 00:00 in Shanghai.
        _desk.Office.Clock.Reset(Instant.FromUtc(2027, 10, 21, 15, 59));
        Assert.Equal((PermitErrors.TooEarly, "2027-10-22"), Of(await _desk.DoAsync(own, PermitAct.Endorse)));
        _desk.Office.Clock.Reset(Instant.FromUtc(2027, 10, 21, 16, 0));
        own = (await _desk.DoAsync(own, PermitAct.Endorse)).Require();
        Assert.Equal((PermitErrors.TooEarly, "2028-10-22"), Of(await _desk.DoAsync(own, PermitAct.Endorse)));

        // Not endorsed in the second year: active to the last second of the day, suspended after it, without any job.
        _desk.Office.Clock.Reset(Instant.FromUtc(2028, 11, 22, 15, 59));
        Assert.Equal(own.Id, Assert.Single((await _desk.Permits.ListAsync(_desk.West, PermitState.Active, 10, null, default)).Items).Id);
        _desk.Office.Clock.Reset(Instant.FromUtc(2028, 11, 22, 16, 0));
        Assert.Equal(own.Id, Assert.Single((await _desk.Permits.ListAsync(_desk.West, PermitState.Suspended, 10, null, default)).Items).Id);
        Assert.Empty((await _desk.Permits.ListAsync(_desk.West, PermitState.Active, 10, null, default)).Items);

        var late = await _desk.DoAsync(own, PermitAct.Endorse);
        Assert.Equal(PermitErrors.EndorsedLate, Assert.Single(late.Issues).Code);
        var standing = late.Value!.StandingOn(new(2028, 11, 23));
        Assert.Equal((PermitState.Active, new LocalDate(2028, 11, 23), 0, new LocalDate(2029, 11, 23)), (standing.State, standing.ContinuousSince, standing.FullYears, standing.ActiveThrough));
    }

    [Fact]
    public async Task Endorsement_IssuedOnTwentyNinthOfFebruary_FullOnTheTwentyEighth()
    {
        _desk.GoTo(new(2028, 2, 29));
        var own = await _desk.IssuedAsync();
        _desk.GoTo(new(2029, 2, 28));
        Assert.Equal(PermitState.Active, own.StandingOn(new(2029, 2, 28)).State);
        Assert.Equal(new EndorsementWindow(new(2029, 1, 28), new(2029, 2, 28)), own.StandingOn(new(2029, 2, 28)).NextWindow);
        Assert.Equal(PermitState.Suspended, own.StandingOn(new(2029, 3, 1)).State);
        own = (await _desk.DoAsync(own, PermitAct.Endorse)).Require();
        Assert.Equal(new LocalDate(2030, 2, 28), own.StandingOn(new(2029, 3, 1)).ActiveThrough);
    }

    [Fact]
    public async Task IssueAsync_CityCountsFromTheStay_WindowFollowsTheStay()
    {
        using var desk = new PermitDesk(options => options.Policies.Add(new(DivisionCode.Parse("120000"), new(2020, 1, 1)) { YearsFrom = PermitYearsFrom.Residence, ReplacementFeeYuan = 20 }));
        var own = await desk.IssuedAsync();

        Assert.Equal((new LocalDate(2026, 4, 1), new LocalDate(2027, 4, 1)), (own.StandingOn(PermitDesk.Today).ContinuousSince, own.StandingOn(PermitDesk.Today).ActiveThrough));
        Assert.Equal(("20", "0", "0"), (desk.Permits.FeeOf(own, PermitAct.Replace).ToString(), desk.Permits.FeeOf(own, PermitAct.Issue).ToString(), desk.Permits.FeeOf(own, PermitAct.Endorse).ToString()));
        Assert.Equal("NotConfigured", _desk.Permits.FeeOf(own, PermitAct.Replace).ToString());
    }

    [Fact]
    public async Task SweepAsync_ReminderIsSentOnceThirtyDaysBefore_EvenByManySweepsAtOnce()
    {
        var own = await _desk.IssuedAsync();
        _desk.GoTo(new(2027, 10, 22));
        Assert.Equal(new PermitSweepReport(0, 0), await _desk.Permits.SweepAsync(_desk.West, default));
        _desk.GoTo(new(2027, 10, 23));

        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await _desk.Permits.SweepAsync(_desk.West, default))));

        Assert.Equal(1, reports.Sum(report => report.Reminded));
        Assert.Single(await _desk.EventsAsync(), type => type == "permits.endorsement-due");
        Assert.Equal(0, (await _desk.Permits.SweepAsync(_desk.West, default)).Reminded);

        // Endorsed: the next window has a reminder of its own.
        own = (await _desk.Permits.FindAsync(_desk.West, own.Id, default))!;
        (await _desk.DoAsync(own, PermitAct.Endorse)).Require();
        _desk.GoTo(new(2028, 10, 23));
        Assert.Equal(1, (await _desk.Permits.SweepAsync(_desk.West, default)).Reminded);
        Assert.Equal(2, (await _desk.EventsAsync()).Count(type => type == "permits.endorsement-due"));
    }

    [Fact]
    public async Task SweepAsync_YearOver_WritesTheSuspensionOnceAndRemindsNoMore()
    {
        var own = await _desk.IssuedAsync();
        _desk.GoTo(new(2027, 11, 23));

        Assert.Equal(new PermitSweepReport(0, 1), await _desk.Permits.SweepAsync(_desk.West, default));
        Assert.Equal(new PermitSweepReport(0, 0), await _desk.Permits.SweepAsync(_desk.West, default));

        own = (await _desk.Permits.FindAsync(_desk.West, own.Id, default))!;
        Assert.Equal(PermitState.Suspended, own.StandingOn(new(2027, 11, 23)).State);
        Assert.Equal(own.Id, Assert.Single((await _desk.Permits.ListAsync(_desk.West, PermitState.Suspended, 10, null, default)).Items).Id);
        Assert.True((await _desk.DoAsync(own, PermitAct.Endorse)).Succeeded);
        Assert.Equal(own.Id, Assert.Single((await _desk.Permits.ListAsync(_desk.West, PermitState.Active, 10, null, default)).Items).Id);
    }

    [Fact]
    public async Task Card_LostDamagedReplaced_ByTheRules()
    {
        var own = await _desk.IssuedAsync();
        Assert.Equal(PermitErrors.NothingToReplace, (await _desk.DoAsync(own, PermitAct.Replace)).FirstError.Code);
        own = (await _desk.DoAsync(own, PermitAct.ReportDamaged)).Require();
        Assert.Equal(PermitErrors.AlreadyReported, (await _desk.DoAsync(own, PermitAct.ReportDamaged)).FirstError.Code);
        Assert.Equal(PermitErrors.OldCardKept, (await _desk.Permits.ReplaceAsync(_desk.West, own.Id, own.Revision, oldCardReturned: false, default)).FirstError.Code);
        own = (await _desk.DoAsync(own, PermitAct.Replace)).Require();
        own = (await _desk.DoAsync(own, PermitAct.ReportLost)).Require();
        own = (await _desk.Permits.ReplaceAsync(_desk.West, own.Id, own.Revision, oldCardReturned: false, default)).Require();

        Assert.Equal((PermitCardState.InHand, PermitDesk.Today), (own.StandingOn(PermitDesk.Today).Card, own.StandingOn(PermitDesk.Today).ContinuousSince));
    }

    [Fact]
    public async Task Moves_AwayStopsTheEndorsementAndMoveChangesTheAddress()
    {
        var own = await _desk.IssuedAsync();
        Assert.Equal(PermitErrors.AddressMissing, (await _desk.Permits.MoveAsync(_desk.West, own.Id, own.Revision, new(Guid.Parse("0198a000-0000-7000-8000-00000000dead")), default)).FirstError.Code);
        own = (await _desk.DoAsync(own, PermitAct.MoveWithin)).Require();
        own = (await _desk.DoAsync(own, PermitAct.MoveAway)).Require();
        _desk.GoTo(new(2027, 11, 1));

        Assert.Equal(PermitErrors.HolderAway, (await _desk.DoAsync(own, PermitAct.Endorse)).FirstError.Code);
        Assert.Equal(PermitErrors.HolderAway, (await _desk.DoAsync(own, PermitAct.MoveAway)).FirstError.Code);
        Assert.Equal(PermitErrors.HolderAway, (await _desk.DoAsync(own, PermitAct.MoveWithin)).FirstError.Code);
        own = (await _desk.DoAsync(own, PermitAct.MoveBack)).Require();
        Assert.Equal(PermitErrors.NotInThisState, (await _desk.DoAsync(own, PermitAct.MoveBack)).FirstError.Code);
        Assert.True((await _desk.DoAsync(own, PermitAct.Endorse)).Succeeded);
    }

    [Fact]
    public async Task FindForHolderAsync_NumberAndLastFour_NothingElse()
    {
        var own = await _desk.ApplyAsync();

        Assert.Equal(own.Id, (await _desk.Permits.FindForHolderAsync(_desk.West, own.Number.ToString(), "002x", default))?.Id);
        Assert.Null(await _desk.Permits.FindForHolderAsync(_desk.West, own.Number.ToString(), "0021", default));
        Assert.Null(await _desk.Permits.FindForHolderAsync(_desk.West, PermitNumber.New().ToString(), "002X", default));
        Assert.Null(await _desk.Permits.FindForHolderAsync(_desk.West, "nonsense", "002X", default));
        Assert.Null(await _desk.Permits.FindForHolderAsync(_desk.Office.South, own.Number.ToString(), "002X", default));
        Assert.Equal(PermitErrors.NumberInvalid, PermitNumber.TryParse("K7M-2QX-9F", out _, out var error) ? null : error);
    }

    [Fact]
    public async Task Stored_EveryProperty_ReadsBackTheSameAndNothingPersonalIsInTheClear()
    {
        var own = await _desk.IssuedAsync();
        own = (await _desk.Permits.CancelAsync(_desk.West, own.Id, own.Revision, PermitCancelReason.ObtainedByFraud, "张三持假合同", default)).Require();
        var read = (await _desk.Permits.FindByNumberAsync(_desk.West, own.Number, default))!;

        Assert.Equal((own.Id, own.Revision, own.Holder, own.Division, own.Address, own.Route, own.StayedSince), (read.Id, read.Revision, read.Holder, read.Division, read.Address, read.Route, read.StayedSince));
        Assert.Equal(own.Papers, read.Papers);
        Assert.Equal(own.Steps, read.Steps);
        Assert.Equal("张三持假合同", read.Steps[^1].Reason);
        Assert.DoesNotContain("张三", read.Steps[^1].ToString(), StringComparison.Ordinal);
        var stored = (await _desk.Office.Store.GetAsync(new(_desk.West.Agency, PermitKinds.ResidencePermit, own.Id.Value), default))!;
        Assert.DoesNotContain("张三", Encoding.UTF8.GetString(stored.Body.Span), StringComparison.Ordinal);
        Assert.True(stored[PermitKinds.Living].IsNull);
        Assert.Contains("permit.cancel", await _desk.Office.AuditActionsAsync());
    }

    [Fact]
    public async Task TimelineAndErasure_KnowThePermit()
    {
        var own = await _desk.IssuedAsync();
        _desk.GoTo(new(2027, 11, 23));

        var lines = (await _desk.Office.Residents.TimelineAsync(_desk.West, own.Holder, default))!.Where(entry => entry.SubjectKind == "residence_permit").Select(entry => entry.Event.Code);
        Assert.Equal(["permit.applied", "permit.accepted", "permit.issued", "permit.suspended"], lines);

        var source = _desk.Office.Get<IEnumerable<IErasureSource>>().Single(source => source is PermitErasureSource);
        Assert.Equal(PermitErrors.PermitsOpen, Assert.Single((await source.PlanAsync(_desk.West, [own.Holder], default)).Obstacles).Code);
        (await _desk.DoAsync(own, PermitAct.Cancel)).Require();
        var share = await source.PlanAsync(_desk.West, [own.Holder], default);
        Assert.Empty(share.Obstacles);
        Assert.Equal(own.Id.Value, Assert.Single(share.Erase).Id);
    }

    [Fact]
    public async Task OnAFile_ManyAtOnce_OnePermitAPersonAndOneReminder()
    {
        using var folder = new TempDirectory();
        using var office = new TestOffice(Path.Combine(folder.Path, "permits.db"));
        office.Get<IOptions<PermitOptions>>().Value.Division = DivisionCode.Parse("120116");
        var permits = office.Get<PermitManager>();
        var person = (await office.RegisterAsync(PermitDesk.Newcomer())).Id;

        var applied = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await permits.ApplyAsync(office.West, PermitDesk.Application(person), null, default))));
        var own = Assert.Single(applied, outcome => outcome.Succeeded).Value!;
        own = (await permits.AcceptAsync(office.West, own.Id, own.Revision, default)).Require();
        own = (await permits.IssueAsync(office.West, own.Id, own.Revision, default)).Require();
        office.Clock.AdvanceDays(340);
        var swept = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () => await permits.SweepAsync(office.West, default))));
        var endorsed = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
            await permits.EndorseAsync(office.West, own.Id, (await permits.FindAsync(office.West, own.Id, default))!.Revision, default))));

        Assert.Equal(1, swept.Sum(report => report.Reminded));
        Assert.Single(endorsed, outcome => outcome.Succeeded);
        Assert.All(endorsed.Where(outcome => !outcome.Succeeded), outcome => Assert.True(outcome.FirstError.Code == StorageErrors.Conflict || outcome.FirstError.Code == PermitErrors.TooEarly));
    }

    private static (ErrorCode Code, string Argument) Of(Outcome<ResidencePermit> outcome) => (outcome.FirstError.Code, string.Concat(outcome.FirstError.Arguments));
}
