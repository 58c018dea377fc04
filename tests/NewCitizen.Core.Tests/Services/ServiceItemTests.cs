using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Services;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Services;

public sealed class ServiceItemTests : IDisposable
{
    private readonly TestOffice _office = new();

    private ServiceItemManager Items => _office.Get<ServiceItemManager>();

    public void Dispose() => _office.Dispose();

    public static TheoryData<string, string, ServiceItem> Wrong { get; } = new()
    {
        { "NC2200", "/code", Item() with { Code = "Permit" } },
        { "NC2200", "/code", Item() with { Code = new string('a', 21) } },
        { "NC2202", "/name", Item() with { Name = " " } },
        { "NC2202", "/englishName", Item() with { EnglishName = "a\nb" } },
        { "NC2203", "/slotsInARow", Item() with { SlotsInARow = 13 } },
        { "NC2203", "/feeYuan", Item() with { FeeYuan = -0.01m } },
        { "NC2204", "/materials/1/code", Item() with { Materials = [Paper("id"), Paper("id")] } },
        { "NC2200", "/materials/0/alternative", Item() with { Materials = [Paper("id") with { Alternative = "A B" }] } },
        { "NC2205", "/materials", Item() with { Materials = [.. Enumerable.Range(0, 101).Select(i => Paper($"p{i}"))] } },
        { "NC2202", "/basis/0/source", Item() with { Basis = [new(string.Empty, null)] } },
        { "NC2206", "/statutoryLimit", Item() with { StatutoryLimit = new Hours(24) } },
        { "NC2206", "/promisedLimit", Item() with { PromisedLimit = new CalendarDays(3651) } },
        { "NC2207", "/promisedLimit", Item() with { StatutoryLimit = new CalendarDays(15), PromisedLimit = new CalendarDays(16) } },
        { "NC2208", "/channels", Item() with { Channels = (ServiceChannels)16 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task AddAsync_SomethingWrong_IsRefusedWithCodeAndPlace(string code, string place, ServiceItem item)
    {
        var refused = await Items.AddAsync(_office.West, item, default);

        Assert.Equal((code, place), (refused.FirstError.Code.Value, refused.FirstError.Location.Pointer));
        Assert.Empty((await Items.ListAsync(_office.West, 10, null, default)).Items);
    }

    [Fact]
    public async Task AddAsync_EveryProperty_ReadsBackTheSame()
    {
        var item = Item() with
        {
            EnglishName = "permit",
            Materials = [Paper("id"), new("lease", "租赁合同", "lease", false, "home", "复印件一份")],
            Basis = [new("居住证暂行条例", "第九条"), new("通知", null)],
            StatutoryLimit = new CalendarDays(15, EndOnHoliday.MoveToNextWorkday),
            PromisedLimit = new WorkingDays(0),
            Channels = ServiceChannels.Window | ServiceChannels.Kiosk,
            FeeYuan = 0,
            SlotsInARow = 2,
            IsOffered = false,
        };

        var added = (await Items.AddAsync(_office.West, item, default)).Require();
        var read = (await Items.FindByCodeAsync(_office.West, "permit", default))!;

        Assert.NotEqual(default, added.Id);
        Assert.Equal(added.Revision, read.Revision);
        Assert.Equal(item.Materials, read.Materials);
        Assert.Equal(item.Basis, read.Basis);
        Assert.Equal((item.StatutoryLimit, item.PromisedLimit, item.Channels, item.FeeYuan), (read.StatutoryLimit, read.PromisedLimit, read.Channels, read.FeeYuan));
        Assert.Equal((item.SlotsInARow, item.IsOffered, item.EnglishName, item.Name), (read.SlotsInARow, read.IsOffered, read.EnglishName, read.Name));
        Assert.Null(await Items.FindByCodeAsync(_office.South, "permit", default));
        Assert.Null(await Items.FindAsync(_office.South, added.Id, default));
        Assert.Contains("service-item.add", await _office.AuditActionsAsync());
    }

    [Fact]
    public async Task AddAsync_CodeTaken_IsRefusedInOneAgencyOnly()
    {
        (await Items.AddAsync(_office.West, Item(), default)).Require();

        Assert.Equal(ServiceErrors.CodeTaken, (await Items.AddAsync(_office.West, Item(), default)).FirstError.Code);
        Assert.True((await Items.AddAsync(_office.South, Item(), default)).Succeeded);
    }

    [Fact]
    public async Task ReplaceAsync_StaleOrMissing_IsRefused()
    {
        var item = (await Items.AddAsync(_office.West, Item(), default)).Require();
        var changed = (await Items.ReplaceAsync(_office.West, item with { Name = "居住证申领" }, default)).Require();

        Assert.NotEqual(item.Revision, changed.Revision);
        Assert.Equal(StorageErrors.Conflict, (await Items.ReplaceAsync(_office.West, item, default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await Items.ReplaceAsync(_office.South, changed, default)).FirstError.Code);
        Assert.Equal("NC2202", (await Items.ReplaceAsync(_office.West, changed with { Name = string.Empty }, default)).FirstError.Code.Value);
        Assert.Equal("居住证申领", (await Items.FindAsync(_office.West, item.Id, default))!.Name);
        Assert.Contains("service-item.replace", await _office.AuditActionsAsync());
    }

    private static ServiceItem Item() => new() { Id = default, Code = "permit", Name = "居住证" };

    private static ServiceMaterial Paper(string code) => new(code, "证件", null, true, null, null);
}
