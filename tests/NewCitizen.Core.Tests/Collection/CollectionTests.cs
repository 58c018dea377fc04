using System.Text;
using NewCitizen.Access;
using NewCitizen.Collection;
using NewCitizen.Errors;
using NewCitizen.Grid;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Collection;

public sealed class CollectionTests : IDisposable
{
    private readonly CollectionDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task ReportAsync_Arrival_OpensTheFileDeclaresTheStayAndLinksTheHome()
    {
        var reported = await _desk.ReportAsync(_desk.Arrival(ReportingParty.Resident, (StayFacts.Phone, "138 0013 8000"), (StayFacts.Room, "201")));

        var stay = await _desk.StayAsync(reported);
        var file = await _desk.Office.FullAsync(reported.Resident);
        Assert.Equal((StayReportState.Accepted, _desk.Home.Id, new LocalDate(2026, 11, 1)), (reported.State, stay.Home!.Value, stay.Since!.Value));
        Assert.Equal((_desk.Home.Address, new LocalDate(2026, 11, 1), "portal"), (file.Registrations.Single().Address, file.Registrations[0].Since, file.Registrations[0].Source.Channel));
        Assert.Equal(("138****8000", FactConfidence.Stated), (stay.Find(StayFacts.Phone)!.MaskedValue, stay.Find(StayFacts.Phone)!.Confidence));
        Assert.Empty(reported.Tasks);
        Assert.Matches("^JD-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", reported.Receipt);
        Assert.Equal(reported.Report, (await _desk.Collection.FindReportAsync(_desk.West, reported.Receipt.ToLowerInvariant(), default))!.Id);
        Assert.Contains("stay.report", await _desk.Office.AuditActionsAsync());
        Assert.Contains((await _desk.Office.Residents.TimelineAsync(_desk.West, reported.Resident, default))!, entry => entry.Event.Code == "stay.reported-arrival");
    }

    [Fact]
    public async Task ReportAsync_ThreePartiesSayTheSame_OnePersonOneStayConfirmed()
    {
        var first = await _desk.ReportAsync(_desk.Arrival(ReportingParty.Landlord, (StayFacts.Room, "201")));
        var second = await _desk.ReportAsync(_desk.Arrival(ReportingParty.Employer, (StayFacts.Employer, "泰达某厂")));
        var third = await _desk.ReportAsync(_desk.Arrival(ReportingParty.GridWorker, (StayFacts.Room, "201")));

        var stay = await _desk.StayAsync(third);
        Assert.Equal([first.Resident], new[] { first.Resident, second.Resident, third.Resident }.Distinct());
        Assert.Equal([first.Stay!.Value], new[] { first.Stay!.Value, second.Stay!.Value, third.Stay!.Value }.Distinct());
        Assert.Equal([ReportingParty.Employer, ReportingParty.GridWorker], stay.Find(StayFacts.ArrivedOn)!.ConfirmedBy);
        Assert.Equal(FactConfidence.Verified, stay.Find(StayFacts.Room)!.Confidence);
        Assert.Equal(FactConfidence.Stated, stay.Find(StayFacts.Employer)!.Confidence);
        Assert.Single((await _desk.Office.FullAsync(first.Resident)).Registrations);
        Assert.Empty(await _desk.TasksAsync());
    }

    [Fact]
    public async Task ReportAsync_DifferentFields_Merge_SameFieldMakesOneTaskWithBothValuesAndNothingIsLost()
    {
        // Story 7: both began from what the landlord had said.
        await _desk.ReportAsync(_desk.Arrival(ReportingParty.Landlord, (StayFacts.Room, "201"), (StayFacts.Phone, "13800138000")));
        var seen = new Dictionary<string, string>(StringComparer.Ordinal) { [StayFacts.Room] = "201", [StayFacts.Phone] = "13800138000" };
        var one = await _desk.ReportAsync(_desk.Arrival(ReportingParty.GridWorker, (StayFacts.Room, "202"), (StayFacts.Bed, "A")) with { Kind = StayReportKind.Update, Seen = seen });
        var other = await _desk.Collection.ReportAsync(
            _desk.West, _desk.Arrival(ReportingParty.GridWorker, (StayFacts.Room, "203"), (StayFacts.PlannedDays, "90")) with { Kind = StayReportKind.Update, Seen = seen }, null, default);
        var third = await _desk.ReportAsync(_desk.Arrival(ReportingParty.Employer, (StayFacts.Room, "204")));

        var stay = await _desk.StayAsync(third);
        var task = Assert.Single(await _desk.TasksAsync());
        Assert.Empty(one.Tasks);
        Assert.Equal([task.Id], other.Require().Tasks);
        Assert.Equal([task.Id], third.Tasks);
        Assert.Equal(("room", "/facts/room"), (Assert.Single(other.Issues).Arguments[0], other.Issues[0].Location.Pointer));
        Assert.Equal(("A", "90"), (stay.Find(StayFacts.Bed)!.Value, stay.Find(StayFacts.PlannedDays)!.Value));
        Assert.Equal(("201", "202", "203,204"), (stay.Past.Single().Fact.Value, stay.Find(StayFacts.Room)!.Value, string.Join(',', stay.Find(StayFacts.Room)!.Rivals.Select(rival => rival.Value))));
        Assert.Equal((GridTaskKind.Conflict, _desk.Cell.Id, "room", new LocalDate(2026, 11, 25)), (task.Kind, task.Cell!.Value, task.Topic, task.Due(NewCitizen.Calendars.WorkCalendar.Default).LastDay));
    }

    [Fact]
    public async Task ReportAsync_SamePartyCorrectsWithoutHavingSeenIt_IsAConflict()
    {
        await _desk.ReportAsync(_desk.Arrival(ReportingParty.Landlord, (StayFacts.Room, "201")));
        var corrected = _desk.Arrival(ReportingParty.Landlord, (StayFacts.Room, "202"));
        var blind = await _desk.ReportAsync(corrected);

        Assert.Single(blind.Tasks);
        Assert.Equal("201", (await _desk.StayAsync(blind)).Find(StayFacts.Room)!.Value);
    }

    [Fact]
    public async Task ResolveAsync_Choice_HoldsWithReasonAndAudit()
    {
        await _desk.ReportAsync(_desk.Arrival(ReportingParty.Landlord, (StayFacts.Phone, "13800138000")));
        var reported = await _desk.ReportAsync(_desk.Arrival(ReportingParty.Resident, (StayFacts.Phone, "13900139001")) with { On = new LocalDate(2026, 11, 2) });
        var tasks = await _desk.TasksAsync();
        Assert.Equal(["arrived-on", "phone"], tasks.Select(task => task.Topic).Order(StringComparer.Ordinal));
        var task = tasks.Single(task => task.Topic == StayFacts.Phone);

        Assert.Equal("NC3200", (await _desk.Collection.ReadConflictAsync(_desk.West, task.Id, default)).FirstError.Code.Value);
        var conflict = (await _desk.Collection.ReadConflictAsync(_desk.West.For("核对"), task.Id, default)).Require();
        Assert.Equal([("13800138000", ReportingParty.Landlord), ("13900139001", ReportingParty.Resident)], conflict.Values.Select(value => (value.Value, value.Party)));

        task = (await _desk.Grid.TakeAsync(_desk.OnSpot, task.Id, task.Revision, default)).Require();
        Assert.Equal("NC2758", (await _desk.Collection.ResolveAsync(_desk.West, task.Id, task.Revision, 1, "电话核实", default)).FirstError.Code.Value);
        Assert.Equal("NC2809", (await _desk.Collection.ResolveAsync(_desk.OnSpot, task.Id, task.Revision, 2, "电话核实", default)).FirstError.Code.Value);
        Assert.Equal("NC2810", (await _desk.Collection.ResolveAsync(_desk.OnSpot, task.Id, task.Revision, 1, " ", default)).FirstError.Code.Value);
        Assert.Equal("NC2759", (await _desk.Grid.CompleteAsync(_desk.OnSpot, task.Id, task.Revision, "好了", default)).FirstError.Code.Value);
        Assert.Equal("NC2759", (await _desk.Grid.CancelAsync(_desk.OnSpot, task.Id, task.Revision, "不用了", default)).FirstError.Code.Value);
        var stay = (await _desk.Collection.ResolveAsync(_desk.OnSpot, task.Id, task.Revision, 1, "电话核实", default)).Require();

        var phone = stay.Find(StayFacts.Phone)!;
        Assert.Equal(("13900139001", FactConfidence.Verified, false, null), (phone.Value, phone.Confidence, phone.IsContested, phone.Task));
        Assert.Equal("13800138000", stay.Past.Single().Fact.Value);
        Assert.Equal((GridTaskState.Done, "电话核实"), ((await _desk.Grid.FindTaskAsync(_desk.West, task.Id, default))!.State, (await _desk.Grid.FindTaskAsync(_desk.West, task.Id, default))!.Result));
        Assert.Contains("stay.resolve", await _desk.Office.AuditActionsAsync());
        Assert.Equal("NC2811", (await _desk.Collection.ReadConflictAsync(_desk.West.For("核对"), task.Id, default)).FirstError.Code.Value);
        Assert.Equal(reported.Stay, stay.Id);
    }

    [Fact]
    public async Task ReportAsync_ManyAtOnceOfOneFact_OneTaskHoldsEveryValue()
    {
        await _desk.ReportAsync(_desk.Arrival(ReportingParty.Landlord, (StayFacts.Room, "200")));

        var reports = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => _desk.ReportAsync(_desk.Arrival(ReportingParty.Resident, (StayFacts.Room, $"20{i}"))))));

        var task = Assert.Single(await _desk.TasksAsync());
        var stay = await _desk.StayAsync(reports[0]);
        Assert.All(reports, report => Assert.Equal([task.Id], report.Tasks));
        Assert.Equal(Enumerable.Range(1, 8).Select(i => $"20{i}"), stay.Find(StayFacts.Room)!.Rivals.Select(rival => rival.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ReportAsync_SameKey_IsOneReport()
    {
        var key = new RequestKey("k1", [1]);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => _desk.ReportAsync(_desk.Arrival(), key))));

        Assert.Single(outcomes.Select(outcome => outcome.Report).Distinct());
        Assert.Single(outcomes, outcome => !outcome.IsReplay);
        Assert.Equal("NC3003", (await _desk.Collection.ReportAsync(_desk.West, _desk.Arrival(), new RequestKey("k1", [2]), default)).FirstError.Code.Value);
        Assert.Single((await _desk.Office.Get<ICollectionStore>().ListReportsAsync(_desk.West.Agency, outcomes[0].Resident, 10, null, default)).Items);
    }

    [Fact]
    public async Task ReportAsync_NameDiffersFromFile_IsHeldAndDecided()
    {
        var first = await _desk.ReportAsync(_desk.Arrival(ReportingParty.Resident, (StayFacts.Room, "201")));
        var outcome = await _desk.Collection.ReportAsync(_desk.West, _desk.Arrival(ReportingParty.Landlord, (StayFacts.Bed, "B")) with { Name = "张叁" }, null, default);
        var held = outcome.Require();
        var task = Assert.Single(await _desk.TasksAsync());

        Assert.Equal((StayReportState.Held, null, first.Resident), (held.State, held.Stay, held.Resident));
        Assert.Equal("NC2830", Assert.Single(outcome.Issues).Code.Value);
        Assert.Null((await _desk.StayAsync(first)).Find(StayFacts.Bed));
        Assert.Contains("NC2815", (await _desk.Office.Get<PersonErasure>().EraseAsync(_desk.West.For("删除"), first.Resident, default)).Issues.Select(issue => issue.Code.Value));

        Assert.Equal("NC3200", (await _desk.Collection.ReadHeldAsync(_desk.West, task.Id, default)).FirstError.Code.Value);
        var shown = (await _desk.Collection.ReadHeldAsync(_desk.West.For("复核"), task.Id, default)).Require();
        Assert.Equal(("张叁", "张三"), (shown.StatedName, Assert.Single(shown.NamesOnFile)));
        var accepted = (await _desk.Collection.DecideHeldAsync(_desk.West, task.Id, task.Revision, samePerson: true, "笔误", default)).Require();
        Assert.Equal((StayReportState.Accepted, first.Stay), (accepted.State, accepted.Stay));
        Assert.Equal("B", (await _desk.StayAsync(first)).Find(StayFacts.Bed)!.Value);
        Assert.Equal("NC2811", (await _desk.Collection.DecideHeldAsync(_desk.West, task.Id, task.Revision, samePerson: true, "笔误", default)).FirstError.Code.Value);

        var other = (await _desk.Collection.ReportAsync(_desk.West, _desk.Arrival(ReportingParty.Landlord, (StayFacts.Bed, "C")) with { Name = "李四" }, null, default)).Require();
        task = (await _desk.TasksAsync(GridTaskState.Open)).Single();
        Assert.Equal(StayReportState.Rejected, (await _desk.Collection.DecideHeldAsync(_desk.West, task.Id, task.Revision, samePerson: false, "证件号填错", default)).Require().State);
        Assert.Equal("B", (await _desk.StayAsync(first)).Find(StayFacts.Bed)!.Value);
        Assert.Null((await _desk.Collection.FindReportAsync(_desk.West, other.Report, default))!.Statement);
    }

    [Fact]
    public async Task ReportAsync_SameNameAndBirthDateUnderAnotherNumber_GivesAReviewTask()
    {
        await _desk.Office.RegisterAsync(TestOffice.Person() with { Document = new StatedDocument { Kind = "passport", Number = "E12345678", Country = "CHN" }, BirthDate = new LocalDate(1949, 12, 31) });

        var outcome = await _desk.Collection.ReportAsync(_desk.West, _desk.Arrival(), null, default);

        var task = Assert.Single(await _desk.TasksAsync());
        Assert.Equal("NC2832", Assert.Single(outcome.Issues).Code.Value);
        Assert.Equal((GridTaskKind.Review, outcome.Require().Resident.Value, "duplicate"), (task.Kind, task.SubjectId, task.Topic));
        Assert.Single(await _desk.Collection.FindLookalikesAsync(_desk.West, outcome.Require().Resident, default));
    }

    [Fact]
    public async Task ReportAsync_Departure_EndsTheStayAndTheRegistrationOnlyWhenSure()
    {
        var arrived = await _desk.ReportAsync(_desk.Arrival());
        var departure = _desk.Arrival(ReportingParty.Landlord) with { Kind = StayReportKind.Departure, On = new LocalDate(2026, 11, 20) };

        await _desk.ReportAsync(departure);
        Assert.True((await _desk.Office.FullAsync(arrived.Resident)).Registrations[0].IsCurrent);
        Assert.Equal(new LocalDate(2026, 11, 20), (await _desk.StayAsync(arrived)).Until);

        await _desk.ReportAsync(departure with { Party = ReportingParty.Resident });
        Assert.Equal(new LocalDate(2026, 11, 20), (await _desk.Office.FullAsync(arrived.Resident)).Registrations[0].Until);
        Assert.Equal(FactConfidence.Confirmed, (await _desk.StayAsync(arrived)).Find(StayFacts.LeftOn)!.Confidence);

        // Who comes back begins another stay.
        var back = await _desk.ReportAsync(_desk.Arrival() with { On = new LocalDate(2026, 11, 21) });
        Assert.NotEqual(arrived.Stay, back.Stay);
    }

    public static TheoryData<string, string, Func<ReportStay, ReportStay>> Wrong { get; } = new()
    {
        { "NC2800", "/address", command => command with { Address = "某街1号" } },
        { "NC2800", "/address", command => command with { Home = null } },
        { "NC2801", "/home", command => command with { Home = new(Guid.Parse("0198a000-0000-7000-8000-00000000dead")) } },
        { "NC2802", "/facts", command => command with { Facts = new Dictionary<string, string> { ["shoe-size"] = "42" } } },
        { "NC2802", "/facts", command => command with { Facts = new Dictionary<string, string> { [StayFacts.LeftOn] = "2026-11-20" } } },
        { "NC2803", "/facts/phone", command => command with { Facts = new Dictionary<string, string> { [StayFacts.Phone] = "12" } } },
        { "NC2803", "/facts/planned-days", command => command with { Facts = new Dictionary<string, string> { [StayFacts.PlannedDays] = "0" } } },
        { "NC2803", "/channel", command => command with { Channel = "" } },
        { "NC2804", "/on", command => command with { On = new LocalDate(2026, 11, 23) } },
        { "NC2804", "/on", command => command with { Kind = StayReportKind.Departure, On = new LocalDate(2027, 11, 23) } },
        { "NC2805", "", command => command with { Kind = StayReportKind.Departure, On = new LocalDate(2026, 11, 20) } },
        { "NC2805", "", command => command with { Kind = StayReportKind.Update } },
        { "NC1003", "/document/number", command => command with { Document = new StatedDocument { Kind = "111", Number = "110105194912310021" } } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task ReportAsync_SomethingWrong_IsRefusedWithItsPlaceAndWritesNothing(string code, string place, Func<ReportStay, ReportStay> spoil)
    {
        var refused = await _desk.Collection.ReportAsync(_desk.West, spoil(_desk.Arrival()), null, default);

        Assert.False(refused.Succeeded);
        Assert.Equal((code.StartsWith("NC10", StringComparison.Ordinal) ? refused.FirstError.Code.Value : code, place), (refused.FirstError.Code.Value, refused.FirstError.Location.Pointer ?? string.Empty));
        Assert.DoesNotContain("stay.report", await _desk.Office.AuditActionsAsync());
    }

    [Fact]
    public async Task ReportAsync_LeftBeforeArrival_IsRefused()
    {
        await _desk.ReportAsync(_desk.Arrival());

        var refused = await _desk.Collection.ReportAsync(_desk.West, _desk.Arrival() with { Kind = StayReportKind.Departure, On = new LocalDate(2026, 10, 31) }, null, default);

        Assert.Equal("NC2814", refused.FirstError.Code.Value);
    }

    [Fact]
    public async Task ConfirmAsync_OtherParty_RaisesConfidence_OwnOrContestedIsRefused()
    {
        var reported = await _desk.ReportAsync(_desk.Arrival(ReportingParty.Landlord, (StayFacts.Room, "201")));
        await _desk.ReportAsync(_desk.Arrival(ReportingParty.Employer, (StayFacts.Room, "202")));
        var stay = await _desk.StayAsync(reported);

        Assert.Equal("NC2806", (await _desk.Collection.ConfirmAsync(_desk.West, stay.Id, stay.Revision, ReportingParty.Landlord, [StayFacts.ArrivedOn], default)).FirstError.Code.Value);
        Assert.Equal("NC2807", (await _desk.Collection.ConfirmAsync(_desk.West, stay.Id, stay.Revision, ReportingParty.Resident, [StayFacts.Room], default)).FirstError.Code.Value);
        Assert.Equal("NC2808", (await _desk.Collection.ConfirmAsync(_desk.West, stay.Id, stay.Revision, ReportingParty.Resident, [StayFacts.Phone], default)).FirstError.Code.Value);
        var confirmed = (await _desk.Collection.ConfirmAsync(_desk.West, stay.Id, stay.Revision, ReportingParty.GridWorker, [], default)).Require();
        Assert.Equal("NC3000", (await _desk.Collection.ConfirmAsync(_desk.West, stay.Id, stay.Revision, ReportingParty.GridWorker, [], default)).FirstError.Code.Value);

        Assert.Equal(FactConfidence.Verified, confirmed.Find(StayFacts.ArrivedOn)!.Confidence);
    }

    [Fact]
    public async Task ReportBatchAsync_SentThreeTimes_TakesEachInOnce()
    {
        var items = Enumerable.Range(0, 50).Select(i => new BatchItem($"c1-{i}", _desk.Arrival(ReportingParty.GridWorker, (StayFacts.Room, "201")) with { Name = $"人{(char)('一' + i)}", Document = new StatedDocument { Number = $"H{i:D8}" } })).ToList();
        items[7] = items[7] with { Report = items[7].Report with { On = new LocalDate(2027, 1, 1) } };
        items[9] = new BatchItem("c1-8", items[9].Report);
        items[11] = items[11] with { Key = "a b" };

        var runs = new List<IReadOnlyList<BatchAnswer>>();
        for (var i = 0; i < 3; i++)
        {
            runs.Add((await _desk.Collection.ReportBatchAsync(_desk.West, items, default)).Require());
        }

        Assert.Equal(47, runs[0].Count(answer => answer.State == BatchItemState.Accepted));
        Assert.Equal([("NC2804", "/on"), ("NC3003", null), ("NC2813", "/key")], runs[0].Where(answer => answer.State == BatchItemState.Refused).Select(answer => (answer.Issues[0].Code.Value, answer.Issues[0].Location.Pointer)));
        Assert.Equal(47, runs[1].Count(answer => answer.State == BatchItemState.Replayed));
        Assert.Equal(runs[0].Select(answer => answer.Reported?.Report), runs[2].Select(answer => answer.Reported?.Report));
        Assert.Equal(47, (await _desk.Collection.ListStaysAsync(_desk.West, _desk.Home.Id, 100, null, default)).Items.Count);
        Assert.Equal(47, (await _desk.Office.Residents.SearchAsync(_desk.West, new ResidentSearch { Limit = 200 }, default)).Items.Count);
        Assert.Equal("NC2812", (await _desk.Collection.ReportBatchAsync(_desk.West, [], default)).FirstError.Code.Value);
        Assert.Equal("NC2812", (await _desk.Collection.ReportBatchAsync(_desk.West, [.. Enumerable.Repeat(items[0], 201)], default)).FirstError.Code.Value);
    }

    [Fact]
    public async Task Store_Personal_NothingIsInTheClearAndErasureTakesItAll()
    {
        var reported = await _desk.ReportAsync(_desk.Arrival(ReportingParty.Landlord, (StayFacts.Phone, "13800138000"), (StayFacts.Employer, "泰达某厂")));
        await _desk.Collection.ReportAsync(_desk.West, _desk.Arrival(ReportingParty.Resident) with { Name = "张叁" }, null, default);
        foreach (var kind in new[] { CollectionKinds.StayFile, CollectionKinds.StayReport, GridKinds.GridWorker })
        {
            var page = await _desk.Office.Store.QueryAsync(new RecordQuery(_desk.West.Agency, kind), default);
            Assert.NotEmpty(page.Records);
            Assert.All(page.Records, record => Assert.DoesNotContain(new[] { "13800138000", "泰达", "张", TestOffice.Number, "王五" }, secret => Encoding.UTF8.GetString(record.Body.Span).Contains(secret, StringComparison.Ordinal)));
        }

        var task = (await _desk.TasksAsync()).Single();
        (await _desk.Collection.DecideHeldAsync(_desk.West, task.Id, task.Revision, samePerson: false, "张叁不是张三", default)).Require();
        (await _desk.Office.Get<PersonErasure>().EraseAsync(_desk.West.For("删除"), reported.Resident, default)).Require();
        Assert.Null(await _desk.Collection.FindStayAsync(_desk.West, reported.Stay!.Value, default));
        Assert.Null(await _desk.Collection.FindReportAsync(_desk.West, reported.Report, default));
        Assert.Empty(await _desk.TasksAsync());
    }
}
