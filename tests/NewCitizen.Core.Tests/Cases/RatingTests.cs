using System.Text;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Cases;

public sealed class RatingTests : IDisposable
{
    private readonly CaseDesk _desk = new(builder => builder.Services.Configure<RatingOptions>(options => options.FollowUpWithin = new WorkingDays(5)));
    private readonly AccessContext _supervisor;

    public RatingTests() => _supervisor = new(_desk.West.Agency, "supervisor-1");

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task RateAsync_BeforeHandledTwiceOrWrong_IsRefused()
    {
        var own = await _desk.SubmitAsync();
        Assert.Equal(CaseErrors.NotHandled, (await RateAsync(own, RatingLevel.Fair)).FirstError.Code);
        own = await _desk.HandledAsync(own);
        Assert.Equal(CaseErrors.LevelUnknown, (await RateAsync(own, (RatingLevel)6)).FirstError.Code);
        Assert.Equal(CaseErrors.RemarkNotTaken, (await RateAsync(own, RatingLevel.Fair, "好")).FirstError.Code);
        Assert.Equal(CaseErrors.RemarkNotTaken, (await RateAsync(own, RatingLevel.Dissatisfied, new string('x', 501))).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await _desk.Ratings.RateAsync(_desk.Office.South, new(own.Id, RatingLevel.Fair, null, false), null, default)).FirstError.Code);
        Assert.False(await _desk.Ratings.IsRatedAsync(_desk.West, own.Id, default));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await RateAsync(own, (RatingLevel)((i % 5) + 1)))));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal(CaseErrors.AlreadyRated, outcome.FirstError.Code));
        Assert.True(await _desk.Ratings.IsRatedAsync(_desk.West, own.Id, default));
    }

    [Fact]
    public async Task RateAsync_AfterKeyRotationOrSameRequest_IsStillOne()
    {
        var own = await _desk.HandledAsync();
        var rate = new RateCase(own.Id, RatingLevel.Dissatisfied, null, false);
        Assert.True((await _desk.Ratings.RateAsync(_desk.West, rate, CaseDesk.Key("r"), default)).Require().IsFollowedUp);
        Assert.True((await _desk.Ratings.RateAsync(_desk.West, rate, CaseDesk.Key("r"), default)).Require().IsFollowedUp);
        Assert.Equal(StorageErrors.KeyReused, (await _desk.Ratings.RateAsync(_desk.West, rate, CaseDesk.Key("r", 2), default)).FirstError.Code);
        if (_desk.Office.Keys is { } keys)
        {
            keys.RotateIndex();
            Assert.Equal(CaseErrors.AlreadyRated, (await RateAsync(own, RatingLevel.Fair)).FirstError.Code);
            Assert.True(await _desk.Ratings.IsRatedAsync(_desk.West, own.Id, default));
        }
    }

    [Fact]
    public async Task FollowUp_NamedRater_IsCalledFirstThenSettledByAnother()
    {
        var own = await _desk.HandledAsync();
        (await RateAsync(own, RatingLevel.VeryDissatisfied, "窗口无人")).Require();
        var followUp = (await _desk.Ratings.ListFollowUpsAsync(_supervisor, [FollowUpState.Open], 10, null, default)).Items.Single();
        Assert.Equal((new LocalDate(2026, 11, 27), CaseDueStatus.Known), (followUp.DueOn, _desk.Ratings.DueOf(followUp).Status));

        Assert.Equal(CaseErrors.FollowUpNotInThisState, (await SettleAsync(followUp, FollowUpState.Fixed)).FirstError.Code);
        Assert.Equal(CaseErrors.FollowUpNotInThisState, (await SettleAsync(followUp, FollowUpState.Open)).FirstError.Code);
        Assert.Equal(CaseErrors.ReasonInvalid, (await _desk.Ratings.SettleAsync(_supervisor, followUp.Id, followUp.Revision, FollowUpState.Fixed, "", default)).FirstError.Code);
        Assert.Equal(AccessErrors.PurposeMissing, (await _desk.Ratings.ReadContactAsync(_supervisor, followUp.Id, default)).FirstError.Code);

        // Whoever handled the case learns nothing and settles nothing.
        Assert.Equal(CaseErrors.RatedYourself, (await _desk.Ratings.ReadContactAsync(_desk.West.For("回访"), followUp.Id, default)).FirstError.Code);
        Assert.Equal(CaseErrors.RatedYourself, (await _desk.Ratings.CalledBackAsync(_desk.West, followUp.Id, followUp.Revision, default)).FirstError.Code);

        var contact = (await _desk.Ratings.ReadContactAsync(_supervisor.For("回访"), followUp.Id, default)).Require();
        Assert.Equal(("13800138000", "窗口无人"), (contact.Applicant.Phone!.Value.ToString("F"), contact.Remark));
        Assert.DoesNotContain("窗口无人", contact.ToString(), StringComparison.Ordinal);
        Assert.Contains("rating.read-contact", await _desk.Office.AuditActionsAsync());
        var called = (await _desk.Ratings.CalledBackAsync(_supervisor, followUp.Id, followUp.Revision, default)).Require();
        Assert.Equal(StorageErrors.Conflict, (await SettleAsync(followUp, FollowUpState.Fixed)).FirstError.Code);
        Assert.Equal(CaseErrors.FollowUpNotInThisState, (await _desk.Ratings.CalledBackAsync(_supervisor, called.Id, called.Revision, default)).FirstError.Code);
        var settled = (await SettleAsync(called, FollowUpState.Explained)).Require();
        Assert.Equal(CaseErrors.FollowUpNotInThisState, (await SettleAsync(settled, FollowUpState.Fixed)).FirstError.Code);
        Assert.Equal(_desk.Office.Today, settled.ClosedOn);
        Assert.Equal(StorageErrors.NotFound, (await _desk.Ratings.ReadContactAsync(_desk.Office.South.For("x"), followUp.Id, default)).FirstError.Code);
    }

    [Fact]
    public async Task FollowUp_AnonymousRater_CannotBeReachedByAnybody()
    {
        var own = await _desk.HandledAsync();
        (await _desk.Ratings.RateAsync(_desk.West, new(own.Id, RatingLevel.Dissatisfied, "态度差", IsAnonymous: true), null, default)).Require();
        var followUp = (await _desk.Ratings.ListFollowUpsAsync(_supervisor, [], 10, null, default)).Items.Single();

        Assert.True(followUp.IsAnonymous);
        Assert.Null(followUp.Case);
        Assert.Equal(CaseErrors.RaterAnonymous, (await _desk.Ratings.ReadContactAsync(_supervisor.For("回访"), followUp.Id, default)).FirstError.Code);
        Assert.Equal(CaseErrors.RaterAnonymous, (await _desk.Ratings.CalledBackAsync(_supervisor, followUp.Id, followUp.Revision, default)).FirstError.Code);
        Assert.True((await SettleAsync(followUp, FollowUpState.Fixed)).Succeeded);
    }

    [Fact]
    public async Task FollowUp_PastItsLastDay_IsOverdueUntilSettled()
    {
        (await RateAsync(await _desk.HandledAsync(), RatingLevel.Dissatisfied)).Require();
        var followUp = (await _desk.Ratings.ListFollowUpsAsync(_supervisor, [], 10, null, default)).Items.Single();
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 11, 27, 4, 0));
        Assert.Empty((await _desk.Ratings.ListOverdueFollowUpsAsync(_supervisor, 10, null, default)).Items);
        _desk.Office.Clock.AdvanceDays(1);
        Assert.Single((await _desk.Ratings.ListOverdueFollowUpsAsync(_supervisor, 10, null, default)).Items);
        followUp = (await _desk.Ratings.CalledBackAsync(_supervisor, followUp.Id, followUp.Revision, default)).Require();
        (await SettleAsync(followUp, FollowUpState.Fixed)).Require();
        Assert.Empty((await _desk.Ratings.ListOverdueFollowUpsAsync(_supervisor, 10, null, default)).Items);
    }

    [Fact]
    public async Task FollowUp_NoDaysConfigured_SaysSo()
    {
        using var desk = new CaseDesk();
        (await desk.Ratings.RateAsync(desk.West, new((await desk.HandledAsync()).Id, RatingLevel.Dissatisfied, null, false), null, default)).Require();
        var followUp = (await desk.Ratings.ListFollowUpsAsync(desk.West, [], 10, null, default)).Items.Single();
        Assert.Equal((null, CaseDueStatus.NotConfigured), (followUp.DueOn, desk.Ratings.DueOf(followUp).Status));
    }

    [Fact]
    public async Task RefreshDueAsync_YearAnnouncedLater_GivesTheLastDay()
    {
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 12, 29, 4, 0));
        (await RateAsync(await _desk.HandledAsync(), RatingLevel.Dissatisfied)).Require();
        Assert.Equal(CaseDueStatus.NotAnnounced, _desk.Ratings.DueOf((await _desk.Ratings.ListFollowUpsAsync(_supervisor, [], 10, null, default)).Items.Single()).Status);
        Assert.Equal(0, await _desk.Ratings.RefreshDueAsync(_supervisor, default));
        var year = HolidayYear.Create(2027, [new("示例", null, null)], [new("元旦", null, new(2027, 1, 1), new(2027, 1, 3))], [], out _)!;
        _desk.Office.Get<WorkCalendarSource>().Load(year);

        Assert.Equal(1, await _desk.Ratings.RefreshDueAsync(_supervisor, default));
        Assert.Equal(0, await _desk.Ratings.RefreshDueAsync(_supervisor, default));
        Assert.Equal(new LocalDate(2027, 1, 6), (await _desk.Ratings.ListFollowUpsAsync(_supervisor, [], 10, null, default)).Items.Single().DueOn);
    }

    [Fact]
    public void Blind_RequestKey_IsTheSameEachTimeAndTellsNothing()
    {
        var store = _desk.Office.Get<RatingStore>();
        var (key, again, other) = (store.Blind(CaseDesk.Key("2026-000001")), store.Blind(CaseDesk.Key("2026-000001")), store.Blind(CaseDesk.Key("2026-000001", 2)));

        Assert.Equal((key.Value, Convert.ToHexString(key.Digest.Span)), (again.Value, Convert.ToHexString(again.Digest.Span)));
        Assert.Equal(key.Value, other.Value);
        Assert.NotEqual(Convert.ToHexString(key.Digest.Span), Convert.ToHexString(other.Digest.Span));
        Assert.DoesNotContain("000001", key.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_MonthOver_CountDiscardedNoMoreAndNeverFewPeople()
    {
        for (var i = 0; i < 6; i++)
        {
            (await RateAsync(await _desk.HandledAsync(), i == 0 ? RatingLevel.VeryDissatisfied : RatingLevel.VerySatisfied)).Require();
        }

        Assert.Equal(CaseErrors.MonthNotOver, (await _desk.Ratings.FiguresByItemAsync(_desk.West, 2026, 11, default)).FirstError.Code);
        Assert.Equal(CaseErrors.MonthNotOver, (await _desk.Ratings.FiguresByItemAsync(_desk.West, 2026, 13, default)).FirstError.Code);
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 11, 30, 16, 0));
        Assert.Equal([1, 0, 0, 0, 5], (await _desk.Ratings.FiguresByItemAsync(_desk.West, 2026, 11, default)).Require().Single().Counts);
        Assert.Equal(6, (await _desk.Ratings.FiguresByWindowAsync(_desk.West, 2026, 11, default)).Require().Single().Total);

        var followUp = (await _desk.Ratings.ListFollowUpsAsync(_supervisor, [], 10, null, default)).Items.Single();
        followUp = (await _desk.Ratings.CalledBackAsync(_supervisor, followUp.Id, followUp.Revision, default)).Require();
        (await SettleAsync(followUp, FollowUpState.Discarded)).Require();
        Assert.Equal([0, 0, 0, 0, 5], (await _desk.Ratings.FiguresByItemAsync(_desk.West, 2026, 11, default)).Require().Single().Counts);
        Assert.Empty((await _desk.Ratings.FiguresByItemAsync(_desk.West, 2026, 10, default)).Require());
    }

    [Fact]
    public void Pool_AnyGroups_NoneHasFewPeopleAndNoneIsLostUnlessAllAreFew() =>
        Gen.Int[0, 3].Array[5].Array[0, 12].Sample(groups =>
        {
            var pooled = RatingManager.Pool(groups.Where(counts => counts.Sum() > 0).Select(counts => new RatingFigure(null, null, null, false, counts)));
            Assert.All(pooled, figure => Assert.True(figure.Total >= RatingManager.FewestRaters));
            var all = groups.Sum(counts => counts.Sum());
            Assert.Equal(all >= RatingManager.FewestRaters ? all : 0, pooled.Sum(figure => figure.Total));
        });

    // What a person at the window can get at: every record, change, event and audit entry of the store but those of the case itself. None may hold the case, the
    // applicant or a time that other ids carry.
    [Fact]
    public async Task RateAsync_AllThatIsStored_LeadsToNeitherCaseNorRater()
    {
        var own = await _desk.HandledAsync();
        var feed = _desk.Office.Get<IChangeFeed>();
        var before = await EntriesAsync(feed, FeedPosition.Start);
        var auditBefore = (await _desk.Office.Audit.ReadAuditAsync(null, FeedPosition.Start, 10_000, default)).Entries.Count;
        _desk.Office.Clock.AdvanceHours(1);

        (await _desk.Ratings.RateAsync(new(_desk.West.Agency, "resident-zhang"), new(own.Id, RatingLevel.VeryDissatisfied, "张三丰等了两小时", false), null, default)).Require();

        var added = (await EntriesAsync(feed, FeedPosition.Start)).Skip(before.Count).ToList();
        Assert.Equal(3, added.Count);
        string[] secrets = [own.Id.Value.ToString("N"), own.Id.Value.ToString(), own.Number, "resident-zhang", "张三丰", "13800138000", Convert.ToHexString(own.Id.Value.ToByteArray(bigEndian: true))];
        foreach (var entry in added)
        {
            Holds($"{entry} {Encoding.UTF8.GetString(entry.Payload.Span)}", secrets);
            var kind = RecordKinds.All.Single(known => known.Name == entry.Kind);
            var stored = (await _desk.Office.Store.GetAsync(new(entry.Agency, kind, entry.Id), default))!;
            Holds(Encoding.UTF8.GetString(stored.Body.Span) + string.Join(' ', stored.Fields.Select(Show)), secrets);

            // Other ids begin with the milliseconds they were made at.
            var time = Convert.ToInt64(Convert.ToHexString(entry.Id.ToByteArray(bigEndian: true).AsSpan(0, 6)), 16);
            Assert.True(Math.Abs(time - _desk.Office.Clock.GetCurrentInstant().ToUnixTimeMilliseconds()) > NodaConstants.MillisecondsPerDay);
        }

        var audit = (await _desk.Office.Audit.ReadAuditAsync(null, FeedPosition.Start, 10_000, default)).Entries.Skip(auditBefore).Single().Entry;
        Assert.Equal(("rater", "rating.give", null, null, null), (audit.Actor, audit.Action, audit.SubjectId, audit.Details, audit.Purpose));
        Assert.Equal(own.Revision, (await _desk.Cases.FindAsync(_desk.West, own.Id, default))!.Revision);
    }

    private static void Holds(string text, string[] secrets) => Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));

    private static string Show(FieldValue value) => value switch
    {
        { IsNull: true } => "null",
        { Type: FieldType.Bytes } => Convert.ToHexString(value.AsBytes()),
        { Type: FieldType.Text } => value.AsText(),
        { Type: FieldType.Date } => value.ToIsoDate(),
        _ => value.AsInteger().ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static async Task<IReadOnlyList<ChangeEntry>> EntriesAsync(IChangeFeed feed, FeedPosition after) => (await feed.ReadChangesAsync(null, after, 10_000, default)).Entries;

    private ValueTask<Outcome<RatingReceipt>> RateAsync(ServiceCase own, RatingLevel level, string? remark = null) =>
        _desk.Ratings.RateAsync(_desk.West, new(own.Id, level, remark, IsAnonymous: false), null, default);

    private ValueTask<Outcome<RatingFollowUp>> SettleAsync(RatingFollowUp followUp, FollowUpState outcome) =>
        _desk.Ratings.SettleAsync(_supervisor, followUp.Id, followUp.Revision, outcome, "已增开窗口", default);
}
