using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NewCitizen.Samples.Tests.Portal;

[Collection(PortalCollection.Name)]
public sealed class PortalWorkTests(PortalFactory portal)
{
    private const string Number = "419900199506061113";

    [Fact]
    public async Task FirstStart_SeedsPeopleAndHomesOfTwoStations()
    {
        var west = await portal.SignInAsync("west-clerk");
        var south = await portal.SignInAsync("south-clerk");
        Assert.Equal(20, PortalClient.Ids(await west.ReadAsync("/residents"), "residents").Count);
        Assert.Equal(20, PortalClient.Ids(await south.ReadAsync("/residents"), "residents").Count);
        Assert.True(PortalClient.Ids(await west.ReadAsync("/homes"), "homes").Count >= 3);
    }

    [Fact]
    public async Task Registering_ByForm_OpensAFileThatSearchFinds()
    {
        var clerk = await portal.SignInAsync("west-clerk");
        var answer = await clerk.SubmitAsync("/residents/register", Registration("钱多多", Number));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var confirmation = await clerk.ReadAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains("登记完成", confirmation, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, confirmation, StringComparison.Ordinal);
        foreach (var (by, text) in new[] { ("document", Number), ("name", "钱多多"), ("name", "钱"), ("phone", "19900008888") })
        {
            var found = await clerk.SubmitAsync("/residents", ("By", by), ("Text", text));
            var address = found.Headers.Location!.OriginalString;
            Assert.DoesNotContain(Uri.EscapeDataString(text), address, StringComparison.Ordinal);
            var page = await clerk.ReadAsync(address);
            Assert.Single(PortalClient.Ids(page, "residents"));
            Assert.DoesNotContain("多多", PortalClient.MainOf(page).Replace("value=\"钱多多\"", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Registering_APassport_AsksForItsCountryAndIsFoundByItsNumber()
    {
        var clerk = await portal.SignInAsync("west-clerk");
        (string, string)[] fields = [.. Registration("ANNA MUELLER", "C01X00T47"), ("Form.DocumentKind", "414"), ("Form.Sex", "2"), ("Form.BirthDate", "1990-05-06")];
        var refused = await clerk.SubmitAsync("/residents/register", fields);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("#Form.DocumentCountry", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var answer = await clerk.SubmitAsync("/residents/register", [.. fields, ("Form.DocumentCountry", "deu")]);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var found = await clerk.SubmitAsync("/residents", ("By", "document"), ("Text", "C01X00T47"));
        Assert.Single(PortalClient.Ids(await clerk.ReadAsync(found.Headers.Location!.OriginalString), "residents"));
    }

    [Fact]
    public async Task SearchResults_OfAnotherAccount_DoNotOpen()
    {
        var clerk = await portal.SignInAsync("west-clerk");
        var address = (await clerk.SubmitAsync("/residents", ("By", "name"), ("Text", "张"))).Headers.Location!.OriginalString;
        var other = await portal.SignInAsync("west-reader");
        Assert.Contains("查询已过期", await other.ReadAsync(address), StringComparison.Ordinal);
        Assert.Contains("查询已过期", await clerk.ReadAsync(address[..^3] + "xyz"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameForm_SentTwice_RegistersOnceAndShowsTheSamePage()
    {
        var clerk = await portal.SignInAsync("west-clerk");
        var form = PortalClient.HiddenFields(await clerk.ReadAsync("/homes/add"));
        (string, string)[] fields = [.. form, ("Address", "天海路999号"), ("Kind", "Dwelling"), ("LandlordName", "孙月梅")];
        var both = await Task.WhenAll(clerk.PostAsync("/homes/add", fields), clerk.PostAsync("/homes/add", fields));
        Assert.Equal(both[0].Headers.Location, both[1].Headers.Location);
        Assert.Equal(HttpStatusCode.Found, both[0].StatusCode);
        Assert.Single(Regex.Matches(await clerk.ReadAsync("/homes"), "<h2><a[^>]*>天海路999号", RegexOptions.None, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Registering_WithErrors_KeepsValuesAndSaysTheSameTwice()
    {
        var clerk = await portal.SignInAsync("west-clerk");
        var answer = await clerk.SubmitAsync("/residents/register", Registration("周全", "419900199506061114"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<title>错误：", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#Form.DocumentNumber\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"Form.DocumentNumber-error\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"周全\"", page, StringComparison.Ordinal);
        var summary = Regex.Match(page, "href=\"#Form.DocumentNumber\">(?<text>[^<]+)<", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["text"].Value;
        Assert.Equal(2, Regex.Count(page, Regex.Escape(summary), RegexOptions.None, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task FullData_WithPurpose_IsShownOnceAndNeedsThePurpose()
    {
        var officer = await portal.SignInAsync("west-officer");
        var id = PortalClient.Ids(await officer.ReadAsync("/residents"), "residents")[^1];
        var without = await officer.SubmitAsync($"/residents/{id}/full", ("Purpose", " "));
        Assert.Contains("请说明查看目的", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var full = await officer.SubmitAsync($"/residents/{id}/full", ("Purpose", "核对材料"));
        Assert.Matches(@"\d{17}[\dX]", await full.Content.ReadAsStringAsync());
        Assert.DoesNotMatch(@"\d{17}[\dX]", await officer.ReadAsync($"/residents/{id}/full"));
        Assert.DoesNotMatch(@"\d{17}[\dX]", await officer.ReadAsync($"/residents/{id}"));
    }

    [Fact]
    public async Task MovingInAndOut_ByForm_TakesAndFreesTheBed()
    {
        var clerk = await portal.SignInAsync("west-clerk");
        var registered = (await clerk.SubmitAsync("/residents/register", Registration("吴忧", "41990019900307123X"))).Headers.Location!.OriginalString;
        var pages = await PortalPages.OfAsync(portal, await portal.SignInAsync("west-officer"));
        var moveIn = pages.Single(path => path.Contains("/move-in/", StringComparison.Ordinal));
        var answer = await clerk.SubmitAsync(moveIn, ("DocumentNumber", "41990019900307123X"), ("Since", "2026-01-10"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var home = await clerk.ReadAsync(answer.Headers.Location!.OriginalString);
        var resident = registered.Split('/')[2];
        var place = home[home.IndexOf(resident, StringComparison.Ordinal)..];
        var moveOut = Regex.Match(place, "href=\"(?<path>/homes/[^\"]+/move-out/[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["path"].Value;
        var again = await clerk.SubmitAsync(moveIn, ("DocumentNumber", "41990019900307123X"), ("Since", "2026-01-10"));
        Assert.Contains("<title>错误：", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var early = await clerk.SubmitAsync(moveOut, ("Until", "2026-01-01"));
        Assert.Contains("结束日期早于开始日期", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var left = await clerk.SubmitAsync(moveOut, ("Until", "2026-02-01"));
        Assert.Equal(HttpStatusCode.Found, left.StatusCode);
        Assert.Contains("历史入住", await clerk.ReadAsync(left.Headers.Location!.OriginalString), StringComparison.Ordinal);

    }

    [Fact]
    public async Task Import_OfAMessyRoster_AccountsForEachRowAndOffersBothFiles()
    {
        var clerk = await portal.SignInAsync("south-clerk");
        var answer = await RosterUpload.SendAsync(clerk, RosterUpload.Messy);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var path = answer.Headers.Location!.OriginalString;
        var page = await clerk.ReadAsync(path);
        Assert.Equal([6, 2, 3, 1], Figures(page));
        Assert.Contains("NC4056", page, StringComparison.Ordinal);
        Assert.DoesNotContain("1.20116E+17", page.Replace("（1.20116E+17）", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        var issues = await clerk.GetAsync(path + "?handler=Issues");
        Assert.Equal("attachment; filename=issues.csv", issues.Content.Headers.ContentDisposition!.ToString().Replace("; filename*=UTF-8''issues.csv", string.Empty, StringComparison.Ordinal));
        var text = await issues.Content.ReadAsStringAsync();
        Assert.Contains("NC4056", text, StringComparison.Ordinal);
        Assert.DoesNotContain("孙二娘", text, StringComparison.Ordinal);
        var marked = await (await clerk.GetAsync(path + "?handler=Marked")).Content.ReadAsByteArrayAsync();
        Assert.Equal("PK"u8.ToArray(), marked[..2]);

        // Once more: nothing new, and nobody twice.
        var second = await clerk.ReadAsync((await RosterUpload.SendAsync(clerk, RosterUpload.Messy)).Headers.Location!.OriginalString);
        Assert.Equal([6, 0, 3, 3], Figures(second));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0000\u0001\u0002")]
    [InlineData("甲,乙,丙\r\n1,2,3\r\n")]
    public async Task Import_OfSomethingElse_IsSaidPlainly(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var clerk = await portal.SignInAsync("south-clerk");
        var answer = await RosterUpload.SendAsync(clerk, Encoding.UTF8.GetBytes(file));
        var page = answer.StatusCode == HttpStatusCode.Found ? await clerk.ReadAsync(answer.Headers.Location!.OriginalString) : await answer.Content.ReadAsStringAsync();
        Assert.True(page.Contains("notice bad", StringComparison.Ordinal) || page.Contains("<title>错误：", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_AboveTheLimit_IsRefused()
    {
        await using var small = new PortalFactory();
        small.Settings["Portal:MaxRosterMegabytes"] = "1";
        var clerk = await small.SignInAsync("west-clerk");
        var answer = await RosterUpload.SendAsync(clerk, new byte[2 * 1024 * 1024]);
        Assert.Contains("文件超过 1 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_ByLink_IsKept()
    {
        var client = new PortalClient(portal);
        var answer = await client.GetAsync("/language/en?back=%2Fsign-in");
        Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        Assert.Contains("<html lang=\"en\"", await client.ReadAsync("/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_LeavesNoNameNumberOrPhoneInTheLog()
    {
        var log = new CollectingLogger();
        await using var logged = new PortalFactory { Log = log };
        var clerk = await logged.SignInAsync("west-clerk");
        await clerk.SubmitAsync("/residents/register", Registration("钱多多", Number));
        await clerk.SubmitAsync("/residents/register", Registration("钱少少", Number));
        var found = await clerk.SubmitAsync("/residents", ("By", "document"), ("Text", Number));
        await clerk.ReadAsync(found.Headers.Location!.OriginalString);
        await RosterUpload.SendAsync(clerk, RosterUpload.Messy);
        var lines = log.Lines;
        Assert.NotEmpty(lines);
        foreach (var secret in new[] { "钱多多", "钱少少", Number, "19900008888", "孙二娘", "13800138001", logged.PasswordOf("west-clerk"), Uri.EscapeDataString("钱多多") })
        {
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    private static (string, string)[] Registration(string name, string number) =>
    [
        ("Form.Name", name), ("Form.DocumentNumber", number), ("Form.Phone", "19900008888"), ("Form.Address", "天海路777号"), ("Form.Since", "2026-01-02"), ("Form.Employer", "天海电子有限公司"),
    ];

    private static long[] Figures(string page) =>
        [.. Regex.Matches(page, "<dd>(?<n>[0-9]+)</dd>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Take(4).Select(match => long.Parse(match.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture))];
}
