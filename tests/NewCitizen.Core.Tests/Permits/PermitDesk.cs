using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Divisions;
using NewCitizen.Errors;
using NewCitizen.Permits;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Permits;

/// <summary>An office in Binhai with a person who has lived there since 2026-04-01, and short ways to bring permits forward.</summary>
internal sealed class PermitDesk : IDisposable
{
    public static readonly string[] HomePapers = ["id-card", "photo", "lease"];

    public PermitDesk(Action<PermitOptions>? configure = null) => Office = new(builder => builder.Services.Configure<PermitOptions>(options =>
    {
        options.Division = DivisionCode.Parse("120116");
        configure?.Invoke(options);
    }));

    public TestOffice Office { get; }

    public AccessContext West => Office.West;

    public PermitManager Permits => Office.Get<PermitManager>();

    public IPermitStore Store => Office.Get<IPermitStore>();

    public static LocalDate Today => new(2026, 11, 22);

    public void Dispose() => Office.Dispose();

    public static RegisterResident Newcomer(LocalDate? since = null, string? division = "120116", string number = TestOffice.Number) => TestOffice.Person(number: number) with
    {
        Residence = new()
        {
            Address = "天津经济技术开发区第三大街16号3-201", DivisionCode = division, Since = since ?? new LocalDate(2026, 4, 1), RegisteredOn = since ?? new LocalDate(2026, 4, 1),
        },
    };

    public async Task<ResidentId> ArriveAsync(LocalDate? since = null, string number = TestOffice.Number) => (await Office.RegisterAsync(Newcomer(since, number: number))).Id;

    public static ApplyForPermit Application(ResidentId person) => new(person, new(PermitRoute.Home, HukouElsewhere: true), HomePapers);

    public async Task<ResidencePermit> ApplyAsync(ResidentId? person = null) =>
        (await Permits.ApplyAsync(West, Application(person ?? await ArriveAsync()), null, default)).Require();

    public async Task<ResidencePermit> IssuedAsync(ResidentId? person = null)
    {
        var own = await ApplyAsync(person);
        own = (await DoAsync(own, PermitAct.Accept)).Require();
        return (await DoAsync(own, PermitAct.Issue)).Require();
    }

    public ValueTask<Outcome<ResidencePermit>> DoAsync(ResidencePermit own, PermitAct act) => act switch
    {
        PermitAct.Accept => Permits.AcceptAsync(West, own.Id, own.Revision, default),
        PermitAct.RefuseAcceptance => Permits.RefuseAcceptanceAsync(West, own.Id, own.Revision, "不属于本机关职权", default),
        PermitAct.AskSupplement => Permits.AskSupplementAsync(West, own.Id, own.Revision, ["photo"], default),
        PermitAct.Supplement => Permits.SupplementAsync(West, own.Id, own.Revision, ["photo"], default),
        PermitAct.SignOff => Permits.SignOffAsync(West, own.Id, own.Revision, default),
        PermitAct.Extend => Permits.ExtendAsync(West, own.Id, own.Revision, "制证设备故障", default),
        PermitAct.Issue => Permits.IssueAsync(West, own.Id, own.Revision, default),
        PermitAct.Refuse => Permits.RefuseAsync(West, own.Id, own.Revision, "不符合条件", default),
        PermitAct.Withdraw => Permits.WithdrawAsync(West, own.Id, own.Revision, default),
        PermitAct.Endorse => Permits.EndorseAsync(West, own.Id, own.Revision, default),
        PermitAct.ReportLost => Permits.ReportAsync(West, own.Id, own.Revision, isLost: true, default),
        PermitAct.ReportDamaged => Permits.ReportAsync(West, own.Id, own.Revision, isLost: false, default),
        PermitAct.Replace => Permits.ReplaceAsync(West, own.Id, own.Revision, oldCardReturned: true, default),
        PermitAct.MoveWithin => Permits.MoveAsync(West, own.Id, own.Revision, own.Address, default),
        PermitAct.MoveAway => Permits.SetAwayAsync(West, own.Id, own.Revision, isAway: true, default),
        PermitAct.MoveBack => Permits.SetAwayAsync(West, own.Id, own.Revision, isAway: false, default),
        _ => Permits.CancelAsync(West, own.Id, own.Revision, PermitCancelReason.HolderRequest, null, default),
    };

    /// <summary>Noon of a day in Shanghai.</summary>
    public void GoTo(LocalDate day) => Office.Clock.Reset(Calendars(day) + Duration.FromHours(12));

    public async Task<IReadOnlyList<string>> EventsAsync()
    {
        var page = await Office.Get<IChangeFeed>().ReadChangesAsync(West.Agency, FeedPosition.Start, 1_000, default);
        return [.. page.Entries.Select(entry => entry.EventType).OfType<string>().Where(type => type.StartsWith("permits.", StringComparison.Ordinal))];
    }

    public static RequestKey Key(string value, byte digest = 1) => new(value, [digest]);

    private static Instant Calendars(LocalDate day) => NewCitizen.Calendars.ShanghaiTime.StartOfDay(day);
}
