using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace NewCitizen.Samples.Tests.Portal;

[Collection(PortalCollection.Name)]
public sealed class PortalSecurityTests(PortalFactory portal)
{
    // Open on purpose, and nothing else: a page that is added closed by mistake or open by mistake fails here.
    private static readonly string[] s_open = ["book", "book/{centre}", "book/{centre}/{item}", "book/{centre}/{item}/day", "book/{centre}/{item}/{date:length(10)}", "book/{centre}/{item}/{date:length(10)}/wait", "booking/{link}", "booking/{link}/check", "booking/{link}/done", "my", "my/{link}", "my/{link}/cancel", "my/{link}/calendar.ics", "waiting/{link}", "service", "declare", "declare/{item}", "case", "case/{link}", "permit", "permit/find", "permit/apply", "permit/{link}", "stay", "stay/when", "stay/more", "stay/check", "stay/done/{link}", "p/{token}", "kiosk/{centre}", "kiosk/{centre}/take", "kiosk/{centre}/check-in", "kiosk/{centre}/ticket/{link}", "screen/{centre}", "", "Index", "sign-in", "status/{code:int}", "language/{to}", "view/{to}", "health", "health/live", "health/ready"];

    [Fact]
    public async Task EveryRoute_WithoutSignIn_IsClosedUnlessListedAsOpen()
    {
        var client = new PortalClient(portal);
        var asked = 0;
        foreach (var endpoint in portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var route = endpoint.RoutePattern.RawText!.Trim('/');
            if (s_open.Contains(route) || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            {
                continue;
            }

            var path = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part =>
                part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator ? separator.Content : Guid.NewGuid().ToString()))));
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                var answer = await client.Http.SendAsync(request);
                var closed = answer.StatusCode == HttpStatusCode.Unauthorized
                    || (answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal));
                Assert.True(closed, $"{method} {route} answers {(int)answer.StatusCode} to a stranger.");
                asked++;
            }
        }

        Assert.True(asked > 30, $"Only {asked} routes were found.");
    }

    [Fact]
    public async Task EveryPage_WhenSignedIn_OpensWithSecurityHeadersAndNoScript()
    {
        var west = await portal.SignInAsync("west-officer");
        var pages = await PortalPages.OfAsync(portal, west);
        Assert.True(pages.Count >= 14, $"{pages.Count} pages");
        foreach (var path in pages)
        {
            var answer = await west.GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode}");
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.True(answer.Headers.CacheControl!.NoStore, path);
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("style=\"", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" onclick=", text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("<html lang=\"zh-CN\"", text, StringComparison.Ordinal);
            Assert.Contains("class=\"skip\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EveryPageThatNamesARecord_ForTheOtherStation_IsNotFoundAndSaysNothing()
    {
        var west = await portal.SignInAsync("west-officer");
        var south = await portal.SignInAsync("south-officer");
        var withRecord = (await PortalPages.OfAsync(portal, west)).Where(path => (path.Count(c => c == '-') >= 4 && (path.StartsWith("/residents", StringComparison.Ordinal) || path.StartsWith("/homes", StringComparison.Ordinal) || path.StartsWith("/desk/", StringComparison.Ordinal))) || path.StartsWith("/import/", StringComparison.Ordinal)).ToList();
        Assert.True(withRecord.Count >= 8, $"{withRecord.Count} pages name a record");
        foreach (var path in withRecord)
        {
            var answer = await south.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{path} answers {(int)answer.StatusCode} to the other station.");
        }
    }

    [Fact]
    public async Task Lists_OfTwoStations_ShareNoRecord()
    {
        var west = await portal.SignInAsync("west-reader");
        var south = await portal.SignInAsync("south-reader");
        foreach (var area in new[] { "residents", "homes" })
        {
            var ofWest = PortalClient.Ids(await west.ReadAsync($"/{area}"), area);
            var ofSouth = PortalClient.Ids(await south.ReadAsync($"/{area}"), area);
            Assert.NotEmpty(ofWest);
            Assert.NotEmpty(ofSouth);
            Assert.Empty(ofWest.Intersect(ofSouth));
        }
    }

    [Fact]
    public async Task Revealing_AcrossStations_IsNotFound()
    {
        var west = await portal.SignInAsync("west-officer");
        var south = await portal.SignInAsync("south-officer");
        var own = PortalClient.Ids(await south.ReadAsync("/residents"), "residents")[0];
        var other = PortalClient.Ids(await west.ReadAsync("/residents"), "residents")[0];
        var token = PortalClient.HiddenFields(await south.ReadAsync($"/residents/{own}/full"));
        var answer = await south.PostAsync($"/residents/{other}/full", [.. token, ("Purpose", "test")]);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task EveryFormPage_PostedWithoutAntiforgeryToken_IsRefused()
    {
        var west = await portal.SignInAsync("west-officer");
        var tried = 0;
        foreach (var path in await PortalPages.OfAsync(portal, west))
        {
            if (!PortalClient.MainOf(await west.ReadAsync(path)).Contains("method=\"post\"", StringComparison.Ordinal))
            {
                continue;
            }

            var answer = await west.PostAsync(path, [("Purpose", "x"), ("Text", "x"), ("Account", "x")]);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path}: {(int)answer.StatusCode}");
            tried++;
        }

        Assert.True(tried >= 8, $"{tried} forms");
    }

    [Theory]
    [InlineData("west-reader", "/residents/register", HttpStatusCode.Forbidden)]
    [InlineData("west-reader", "/homes/add", HttpStatusCode.Forbidden)]
    [InlineData("west-reader", "/import", HttpStatusCode.Forbidden)]
    [InlineData("west-clerk", "/residents/register", HttpStatusCode.OK)]
    public async Task Pages_ByRole_OpenOrNot(string account, string path, HttpStatusCode expected) =>
        Assert.Equal(expected, (await (await portal.SignInAsync(account)).GetAsync(path)).StatusCode);

    [Fact]
    public async Task FullData_ForAClerk_IsForbidden()
    {
        var clerk = await portal.SignInAsync("west-clerk");
        var id = PortalClient.Ids(await clerk.ReadAsync("/residents"), "residents")[0];
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"/residents/{id}/full")).StatusCode);
    }

    [Fact]
    public async Task SignIn_WithAWrongPassword_IsRefusedWithTheSameWords()
    {
        var client = new PortalClient(portal);
        var wrong = await (await client.SubmitAsync("/sign-in", ("Account", "west-clerk"), ("Password", "wrong"))).Content.ReadAsStringAsync();
        var unknown = await (await client.SubmitAsync("/sign-in", ("Account", "nobody"), ("Password", "wrong"))).Content.ReadAsStringAsync();
        Assert.Contains("账号或密码不正确", wrong, StringComparison.Ordinal);
        Assert.Contains("账号或密码不正确", unknown, StringComparison.Ordinal);
        Assert.Contains("<title>错误：", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/language/en?back=https://evil.example/")]
    [InlineData("/language/en?back=//evil.example/")]
    [InlineData("/view/elder?back=/%5Cevil.example")]
    public async Task Preferences_WithAForeignAddressToGoBackTo_StayHere(string path) =>
        Assert.Equal("/", (await new PortalClient(portal).GetAsync(path)).Headers.Location!.OriginalString);

    [Fact]
    public async Task SignIn_TooOften_IsSlowedDown()
    {
        await using var slow = new PortalFactory();
        slow.Settings["Portal:SignInsPerMinute"] = "3";
        var client = new PortalClient(slow);
        var token = PortalClient.HiddenFields(await client.ReadAsync("/sign-in"));
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 4; i++)
        {
            last = (await client.PostAsync("/sign-in", [.. token, ("Account", "west-clerk"), ("Password", "wrong")])).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task Cookies_OutsideDevelopment_AreSecureHttpOnlyAndSameSite()
    {
        await using var live = new PortalFactory { Environment = "Production" };
        var client = live.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://portal.example/") });
        var page = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
        var form = PortalClient.HiddenFields(await page.Content.ReadAsStringAsync()).Concat([("Account", "west-clerk"), ("Password", live.PasswordOf("west-clerk"))]);
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        var cookies = page.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.True(page.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task OpenIdConnect_WhenConfigured_SwitchesDemoAccountsOff()
    {
        await using var live = new PortalFactory();
        live.Settings["Authentication:OpenIdConnect:Authority"] = "https://sign-in.example/";
        live.Settings["Authentication:OpenIdConnect:ClientId"] = "portal";
        var client = new PortalClient(live);
        var page = await client.ReadAsync("/sign-in");
        Assert.DoesNotContain("Password", PortalClient.MainOf(page), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(live.StorePath)!, "accounts.json")));
        Assert.Null(live.Services.GetService<global::Portal.Accounts.DemoAccounts>());
    }
}
