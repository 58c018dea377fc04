using CsCheck;
using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Centres;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Cases;

public sealed class CaseTests : IDisposable
{
    private readonly CaseDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task SubmitAsync_ManyAtOnce_NumbersAreUniqueWithoutGapsAndBeginAgainEachYear()
    {
        var cases = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => _desk.SubmitAsync())));

        Assert.Equal(Enumerable.Range(1, 24).Select(i => $"2026-{i:D6}"), cases.Select(own => own.Number).Order(StringComparer.Ordinal));

        // 2026-12-31 16:00 UTC is 2027 in Shanghai.
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 12, 31, 15, 59));
        Assert.Equal("2026-000025", (await _desk.SubmitAsync()).Number);
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 12, 31, 16, 0));
        Assert.Equal("2027-000001", (await _desk.SubmitAsync()).Number);
    }

    [Fact]
    public async Task SubmitAsync_SameKey_IsTheSameCaseEvenAfterTheItemEnded()
    {
        var first = (await _desk.Cases.SubmitAsync(_desk.West, _desk.Submission, CaseDesk.Key("k1"), default)).Require();
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () => await _desk.Cases.SubmitAsync(_desk.West, _desk.Submission, CaseDesk.Key("k2"), default))));
        (await _desk.Office.Get<ServiceItemManager>().ReplaceAsync(_desk.West, _desk.Item with { IsOffered = false }, default)).Require();

        Assert.Equal(first.Id, (await _desk.Cases.SubmitAsync(_desk.West, _desk.Submission, CaseDesk.Key("k1"), default)).Require().Id);
        Assert.Single(atOnce.Select(outcome => outcome.Require().Number).Distinct());
        Assert.Equal(StorageErrors.KeyReused, (await _desk.Cases.SubmitAsync(_desk.West, _desk.Submission, CaseDesk.Key("k1", 2), default)).FirstError.Code);
        Assert.Equal(2, (await _desk.Cases.ListAsync(_desk.West, [], 10, null, default)).Items.Count);
    }

    public static TheoryData<string, string, Func<SubmitCase, SubmitCase>> Wrong { get; } = new()
    {
        { "NC2506", "/item", c => c with { Item = new(Guid.Parse("0198a000-0000-7000-8000-00000000dead")) } },
        { "NC2505", "/channel", c => c with { Channel = ServiceChannels.Kiosk } },
        { "NC2505", "/channel", c => c with { Channel = ServiceChannels.Window | ServiceChannels.Online } },
        { "NC2503", "/papers/1", c => c with { Papers = ["id", "spoon"] } },
        { "NC2507", "/applicant", c => c with { Applicant = null } },
        { "NC2507", "/applicant", c => c with { Resident = new(Guid.Parse("0198a000-0000-7000-8000-00000000dead")) } },
        { "NC2506", "/resident", c => c with { Applicant = null, Resident = new(Guid.Parse("0198a000-0000-7000-8000-00000000dead")) } },
        { "NC2506", "/centre", c => c with { Centre = new(Guid.Parse("0198a000-0000-7000-8000-00000000dead")) } },
        { "NC2509", "/window", c => c with { Window = "A01" } },
        { "NC1102", "/applicant/name", c => c with { Applicant = c.Applicant! with { Name = "" } } },
        { "NC1110", "/applicant/phone", c => c with { Applicant = c.Applicant! with { Phone = "1" } } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task SubmitAsync_SomethingWrong_IsRefusedAndTakesNoNumber(string code, string place, Func<SubmitCase, SubmitCase> spoil)
    {
        var refused = await _desk.Cases.SubmitAsync(_desk.West, spoil(_desk.Submission), null, default);

        Assert.False(refused.Succeeded);
        Assert.Equal(place, refused.FirstError.Location.Pointer);
        if (!code.StartsWith("NC11", StringComparison.Ordinal))
        {
            Assert.Equal(code, refused.FirstError.Code.Value);
        }

        Assert.Equal("2026-000001", (await _desk.SubmitAsync()).Number);
    }

    [Fact]
    public async Task SubmitAsync_EveryProperty_ReadsBackTheSameAndNothingPersonalIsInTheClear()
    {
        var report = (await CentreSeed.Sample.ApplyAsync(_desk.West, _desk.Office.Get<ServiceItemManager>(), _desk.Office.Get<CentreManager>(), default)).Require();
        var ticket = Guid.Parse("0198a000-0000-7000-8000-000000000077");
        var own = await _desk.SubmitAsync(_desk.Submission with { Channel = ServiceChannels.Window, Centre = report.Centres["hall"], Window = "A01", Appointment = ticket, Ticket = ticket });
        var read = (await _desk.Cases.FindByNumberAsync(_desk.West, own.Number, default))!;

        Assert.Equal((own.Id, own.Revision, own.State, own.Centre, "A01", (Guid?)ticket, (Guid?)ticket), (read.Id, read.Revision, read.State, read.Centre, read.Window, read.Appointment, read.Ticket));
        Assert.Equal(own.Applicant, read.Applicant);
        Assert.Equal("张三丰", read.Applicant.Name!.Value.ToString("F"));
        Assert.Equal(["id", "letter"], read.Papers);
        Assert.Equal([CaseAct.Submit], read.Steps.Select(step => step.Act));
        var stored = (await _desk.Office.Store.GetAsync(new(_desk.West.Agency, CaseKinds.ServiceCase, own.Id.Value), default))!;
        var text = System.Text.Encoding.UTF8.GetString(stored.Body.Span);
        foreach (var personal in new[] { "张三丰", "13800138000", TestOffice.Number, "\\u5F20" })
        {
            Assert.DoesNotContain(personal, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(personal, own.ToString() + own.Applicant + own.Steps[0], StringComparison.Ordinal);
        }

        Assert.Null(await _desk.Cases.FindAsync(_desk.Office.South, own.Id, default));
    }

    // The permitted ways, written down apart from the code: each act of a case is a letter.
    [Fact]
    public void After_AnyActs_OnlyTheWrittenWaysAreOpen()
    {
        var ways = new System.Text.RegularExpressions.Regex("^(W|N|A(W|[GR](D)?)?|S(W|N|P(W|N|A(W|[GR](D)?)?)?)?)?$", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Gen.Enum<CaseAct>().Where(act => act != CaseAct.Submit).Array[0, 7].Sample(acts =>
        {
            CaseState? state = CaseFlow.After(null, CaseAct.Submit);
            var done = string.Empty;
            foreach (var act in acts)
            {
                var next = CaseFlow.After(state, act);
                Assert.Equal(ways.IsMatch(done + Letter(act)), next is not null);
                (state, done) = next is null ? (state, done) : (next, done + Letter(act));
            }

            Assert.Equal(CaseFlow.IsEnd(state!.Value), Enum.GetValues<CaseAct>().All(act => CaseFlow.After(state, act) is null));
        });
    }

    [Fact]
    public async Task Steps_RandomCommands_ManagerAndFlowAgreeAndHistoryIsWhole()
    {
        var runs = new List<CaseAct[]>();
        Gen.Enum<CaseAct>().Where(act => act != CaseAct.Submit).Array[1, 10].Sample(runs.Add, iter: 40, threads: 1);
        foreach (var acts in runs)
        {
            var own = await _desk.SubmitAsync();
            var history = new List<CaseAct> { CaseAct.Submit };
            foreach (var act in acts)
            {
                var outcome = await _desk.DoAsync(own, act);
                if (CaseFlow.After(own.State, act) is { } state && !(act == CaseAct.Accept && own.AskedFor is null && own.Papers.Count == 0))
                {
                    Assert.Equal(state, outcome.Require().State);
                    own = outcome.Require();
                    history.Add(act);
                }
                else
                {
                    Assert.Contains(outcome.FirstError.Code, new[] { CaseErrors.NotInThisState, CaseErrors.SupplementTwice, CaseErrors.StillMissing });
                }
            }

            var read = (await _desk.Cases.FindAsync(_desk.West, own.Id, default))!;
            Assert.Equal(own.State, read.State);
            Assert.Equal(history, read.Steps.Select(step => step.Act));
        }
    }

    [Fact]
    public async Task AskSupplementAsync_OnceOnly_ListsAllAndStopsTheClock()
    {
        var own = await _desk.SubmitAsync(_desk.Submission with { Papers = [] });
        Assert.Equal(CaseErrors.StillMissing, (await _desk.DoAsync(own, CaseAct.Accept)).FirstError.Code);
        Assert.Equal(CaseErrors.PaperUnknown, (await _desk.Cases.AskSupplementAsync(_desk.West, own.Id, own.Revision, ["spoon"], default)).FirstError.Code);

        own = (await _desk.DoAsync(own, CaseAct.AskSupplement)).Require();
        Assert.Equal(["id", "lease", "letter"], own.AskedFor);
        var due = own.Due(WorkCalendar.Default);
        Assert.Equal((CaseDueStatus.NotRunning, "第三十二条、第四十二条"), (due.Status, due.Basis!.Article));
        _desk.Office.Clock.AdvanceDays(30);
        Assert.Empty((await _desk.Cases.ListOverdueAsync(_desk.West, 10, null, default)).Items);
        Assert.Equal(CaseErrors.StillMissing, (await _desk.Cases.SupplementAsync(_desk.West, own.Id, own.Revision, ["id"], default)).FirstError.Code);
        own = (await _desk.Cases.SupplementAsync(_desk.West, own.Id, own.Revision, ["id", "lease"], default)).Require();
        Assert.Equal(CaseErrors.SupplementTwice, (await _desk.DoAsync(own, CaseAct.AskSupplement)).FirstError.Code);
        Assert.True((await _desk.DoAsync(own, CaseAct.Accept)).Succeeded);
    }

    [Fact]
    public async Task AskSupplementAsync_NothingMissingOrNotInOrder_IsRefusedOrAsked()
    {
        var own = await _desk.SubmitAsync();
        Assert.Equal(CaseErrors.NothingMissing, (await _desk.Cases.AskSupplementAsync(_desk.West, own.Id, own.Revision, [], default)).FirstError.Code);
        Assert.Equal(["id"], (await _desk.Cases.AskSupplementAsync(_desk.West, own.Id, own.Revision, ["id"], default)).Require().AskedFor);
        Assert.Equal(StorageErrors.Conflict, (await _desk.DoAsync(own, CaseAct.Withdraw)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await _desk.Cases.DeliverAsync(_desk.Office.South, own.Id, own.Revision, default)).FirstError.Code);
    }

    [Fact]
    public async Task Due_EachState_ComesFromItsOwnRuleOrSaysWhyNot()
    {
        // 2026-11-22 is a Sunday: five working days end on 11-27.
        var own = await _desk.SubmitAsync();
        Assert.Equal(new LocalDate(2026, 11, 27), own.Due(WorkCalendar.Default).LastDay);
        own = (await _desk.DoAsync(own, CaseAct.Accept)).Require();
        Assert.Equal((new LocalDate(2026, 12, 7), "第九条"), (own.Due(WorkCalendar.Default).LastDay, own.Due(WorkCalendar.Default).Basis!.Article));
        own = (await _desk.DoAsync(own, CaseAct.Grant)).Require();
        Assert.Equal(new LocalDate(2026, 12, 4), own.Due(WorkCalendar.Default).LastDay);
        Assert.Equal(CaseDueStatus.NotRunning, (await _desk.DoAsync(own, CaseAct.Deliver)).Require().Due(WorkCalendar.Default).Status);

        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 12, 29, 4, 0));
        var late = (await _desk.SubmitAsync()).Due(WorkCalendar.Default);
        Assert.Equal((CaseDueStatus.NotAnnounced, 2027, (bool?)null), (late.Status, late.NotAnnouncedYear, late.IsOver(new(2028, 1, 1))));
        (await _desk.Office.Get<ServiceItemManager>().ReplaceAsync(_desk.West, _desk.Item with { StatutoryLimit = null }, default)).Require();
        var open = (await _desk.DoAsync(await _desk.SubmitAsync(), CaseAct.Accept)).Require();
        Assert.Equal(CaseDueStatus.NotConfigured, open.Due(WorkCalendar.Default).Status);
    }

    [Fact]
    public async Task AcceptAsync_AfterFiveWorkingDays_CountsFromTheDayItWasHandedIn()
    {
        var own = await _desk.SubmitAsync();
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 11, 27, 15, 59));
        Assert.Empty((await _desk.Cases.ListOverdueAsync(_desk.West, 10, null, default)).Items);
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 11, 27, 16, 0));
        Assert.Equal(own.Id, (await _desk.Cases.ListOverdueAsync(_desk.West, 10, null, default)).Items.Single().Id);

        var outcome = await _desk.DoAsync(own, CaseAct.Accept);

        Assert.Equal(CaseErrors.ToldLate, outcome.Issues.Single().Code);
        Assert.Equal(new LocalDate(2026, 11, 22), outcome.Require().AcceptedOn);
    }

    [Fact]
    public async Task RefreshDueAsync_YearAnnounced_GivesCasesTheirLastDay()
    {
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 12, 29, 4, 0));
        var own = await _desk.SubmitAsync();
        Assert.Equal(0, await _desk.Cases.RefreshDueAsync(_desk.West, default));
        var year = HolidayYear.Create(2027, [new("示例", null, null)], [new("元旦", null, new(2027, 1, 1), new(2027, 1, 3))], [], out _)!;
        _desk.Office.Get<WorkCalendarSource>().Load(year);

        Assert.Equal(1, await _desk.Cases.RefreshDueAsync(_desk.West, default));
        Assert.Equal(0, await _desk.Cases.RefreshDueAsync(_desk.West, default));
        _desk.Office.Clock.Reset(Instant.FromUtc(2027, 1, 10, 4, 0));
        Assert.Equal(own.Id, (await _desk.Cases.ListOverdueAsync(_desk.West, 10, null, default)).Items.Single().Id);
    }

    [Fact]
    public async Task DecideAsync_RefusedWithoutReason_IsRefused()
    {
        var own = (await _desk.DoAsync(await _desk.SubmitAsync(), CaseAct.Accept)).Require();
        Assert.Equal(CaseErrors.ReasonInvalid, (await _desk.Cases.DecideAsync(_desk.West, own.Id, own.Revision, granted: false, " ", default)).FirstError.Code);
        Assert.Equal(CaseErrors.ReasonInvalid, (await _desk.Cases.DecideAsync(_desk.West, own.Id, own.Revision, granted: false, new string('x', 501), default)).FirstError.Code);
        Assert.Equal("不符合条件", (await _desk.DoAsync(own, CaseAct.Refuse)).Require().Steps[^1].Reason);
    }

    [Fact]
    public async Task ReadApplicantAsync_NeedsAPurposeAndLeavesAnEntry()
    {
        var own = await _desk.SubmitAsync();
        Assert.Equal(AccessErrors.PurposeMissing, (await _desk.Cases.ReadApplicantAsync(_desk.West, own.Id, default)).FirstError.Code);
        Assert.Equal("张三丰", (await _desk.Cases.ReadApplicantAsync(_desk.West.For("送达"), own.Id, default)).Require().Name!.Value.ToString("F"));
        Assert.Contains("case.read-applicant", await _desk.Office.AuditActionsAsync());
        Assert.NotNull(await _desk.Cases.FindForApplicantAsync(_desk.West, own.Number, "002x", default));
        Assert.Null(await _desk.Cases.FindForApplicantAsync(_desk.West, own.Number, "0021", default));
        Assert.Null(await _desk.Cases.FindForApplicantAsync(_desk.West, "2026-999999", "002X", default));
    }

    [Fact]
    public async Task PersonWithAFile_HasCasesInLedgerTimelineAndErasure()
    {
        var file = await _desk.Office.RegisterAsync(TestOffice.Person());
        var own = await _desk.SubmitAsync(_desk.Submission with { Applicant = null, Resident = file.Id });
        await _desk.SubmitAsync();

        Assert.Equal(own.Id, (await _desk.Cases.ListByResidentAsync(_desk.West, file.Id, 10, null, default)).Items.Single().Id);
        var refused = await _desk.Office.Get<PersonErasure>().EraseAsync(_desk.West.For("x"), file.Id, default);
        Assert.Equal(CaseErrors.CasesOpen, refused.FirstError.Code);

        own = (await _desk.DoAsync(await _desk.HandledAsync(own), CaseAct.Deliver)).Require();
        (await _desk.Ratings.RateAsync(_desk.West, new(own.Id, RatingLevel.Dissatisfied, "等太久", false), null, default)).Require();
        Assert.Equal(
            [TimelineEvent.CaseSubmitted, TimelineEvent.CaseAccepted, TimelineEvent.CaseGranted, TimelineEvent.CaseDelivered],
            (await _desk.Office.Residents.TimelineAsync(_desk.West, file.Id, default))!.Where(entry => entry.SubjectId == own.Id.Value).Select(entry => entry.Event));
        var report = (await _desk.Office.Get<PersonErasure>().EraseAsync(_desk.West.For("x"), file.Id, default)).Require();
        Assert.Equal((1, 1), (report.Erased["service_case"], report.Erased["rating_follow_up"]));
        Assert.Contains(report.Kept, kept => kept.What == "service_rating");
        Assert.Null(await _desk.Cases.FindAsync(_desk.West, own.Id, default));
        Assert.Single((await _desk.Cases.ListAsync(_desk.West, [], 10, null, default)).Items);
    }

    private static char Letter(CaseAct act) => act switch
    {
        CaseAct.Accept => 'A',
        CaseAct.RefuseAcceptance => 'N',
        CaseAct.AskSupplement => 'S',
        CaseAct.Supplement => 'P',
        CaseAct.Grant => 'G',
        CaseAct.Refuse => 'R',
        CaseAct.Deliver => 'D',
        _ => 'W',
    };
}
