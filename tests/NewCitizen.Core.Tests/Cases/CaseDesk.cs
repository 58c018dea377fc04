using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Cases;

/// <summary>An office with one service item, and short ways to bring cases forward.</summary>
internal sealed class CaseDesk : IDisposable
{
    public CaseDesk(Action<NewCitizenBuilder>? configure = null)
    {
        Office = new(configure ?? (_ => { }));
        Item = Task.Run(async () => (await Office.Get<ServiceItemManager>().AddAsync(
            Office.West,
            new()
            {
                Id = default,
                Code = "permit",
                Name = "居住证申领",
                Channels = ServiceChannels.Window | ServiceChannels.Online,
                Materials = [new("id", "身份证", null, true, null, null), new("lease", "租赁合同", null, true, "home", null), new("letter", "住宿证明", null, true, "home", null)],
                Basis = [new("居住证暂行条例", "第九条")],
                StatutoryLimit = new CalendarDays(15),
            },
            default)).Require()).GetAwaiter().GetResult();
    }

    public TestOffice Office { get; }

    public ServiceItem Item { get; }

    public AccessContext West => Office.West;

    public CaseManager Cases => Office.Get<CaseManager>();

    public RatingManager Ratings => Office.Get<RatingManager>();

    public SubmitCase Submission => new()
    {
        Item = Item.Id,
        Channel = ServiceChannels.Online,
        Applicant = new() { Name = "张三丰", Phone = "13800138000", Document = new StatedDocument { Number = TestOffice.Number } },
        Papers = ["id", "letter"],
    };

    public void Dispose() => Office.Dispose();

    public async Task<ServiceCase> SubmitAsync(SubmitCase? command = null) => (await Cases.SubmitAsync(West, command ?? Submission, null, default)).Require();

    public ValueTask<Outcome<ServiceCase>> DoAsync(ServiceCase own, CaseAct act) => act switch
    {
        CaseAct.Accept => Cases.AcceptAsync(West, own.Id, own.Revision, default),
        CaseAct.RefuseAcceptance => Cases.RefuseAcceptanceAsync(West, own.Id, own.Revision, "不属于本机关职权", default),
        CaseAct.AskSupplement => Cases.AskSupplementAsync(West, own.Id, own.Revision, [.. own.Papers], default),
        CaseAct.Supplement => Cases.SupplementAsync(West, own.Id, own.Revision, ["id", "letter"], default),
        CaseAct.Grant => Cases.DecideAsync(West, own.Id, own.Revision, granted: true, null, default),
        CaseAct.Refuse => Cases.DecideAsync(West, own.Id, own.Revision, granted: false, "不符合条件", default),
        CaseAct.Deliver => Cases.DeliverAsync(West, own.Id, own.Revision, default),
        _ => Cases.WithdrawAsync(West, own.Id, own.Revision, default),
    };

    public async Task<ServiceCase> HandledAsync(ServiceCase? own = null)
    {
        own ??= await SubmitAsync();
        own = (await DoAsync(own, CaseAct.Accept)).Require();
        return (await DoAsync(own, CaseAct.Grant)).Require();
    }

    public static RequestKey Key(string value, byte digest = 1) => new(value, [digest]);
}
