using Microsoft.Playwright;
using NewCitizen.Samples.Tests.Portal;

namespace NewCitizen.Samples.Tests.Browser;

/// <summary>A plate on a door and an inspection on a phone, without script.</summary>
public sealed class FieldTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    [SkippableFact]
    public async Task PrintedPlate_PhotographedAndDecodedByJsQr_IsItsAddressAndOpens()
    {
        fixture.Require();
        var decoder = Path.Combine(Root(), "tests", "NewCitizen.TestServers", "node_modules", "jsqr", "dist", "jsQR.js");
        var onBuildServer = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.False(!File.Exists(decoder) && onBuildServer, "jsqr is missing: npm ci --prefix tests/NewCitizen.TestServers.");
        Skip.If(!File.Exists(decoder), "jsqr is not installed (npm ci --prefix tests/NewCitizen.TestServers); the printed plate was not read.");
        var visit = await FieldVisit.OfAsync(fixture.Portal);
        await using var context = await fixture.OpenAsync(1280, script: true);
        var page = await context.NewPageAsync();
        await fixture.SignInAsync(page, "west-clerk");
        var sheet = await context.APIRequest.GetAsync(fixture.Address + "/plates/sheet");
        await page.GotoAsync("about:blank");
        await page.SetContentAsync(await sheet.TextAsync());
        var picture = await page.Locator("article svg").First.ScreenshotAsync();
        await File.WriteAllBytesAsync(Path.Combine(BrowserFixture.Pictures, "plate-sheet.png"), await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true }));
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Content = await File.ReadAllTextAsync(decoder) });
        var read = await page.EvaluateAsync<string?>(
            """
            async png => {
              const image = new Image(); image.src = 'data:image/png;base64,' + png; await image.decode();
              const canvas = document.createElement('canvas'); canvas.width = image.width; canvas.height = image.height;
              const paint = canvas.getContext('2d'); paint.drawImage(image, 0, 0);
              const pixels = paint.getImageData(0, 0, image.width, image.height);
              return jsQR(pixels.data, pixels.width, pixels.height)?.data ?? null;
            }
            """,
            Convert.ToBase64String(picture));

        Assert.Equal($"{fixture.Address.ToUpperInvariant()}/P/{visit.Token}", read);
        var stranger = await (await fixture.OpenAsync(360, script: false)).NewPageAsync();
        Assert.Equal(200, (await stranger.GotoAsync(read!))!.Status);
        var text = await stranger.InnerTextAsync("main");
        Assert.DoesNotContain("赵守义", text, StringComparison.Ordinal);
        Assert.DoesNotContain("天海路", text, StringComparison.Ordinal);
        Assert.DoesNotContain("公寓", text, StringComparison.Ordinal);
        Assert.Equal(404, (await stranger.GotoAsync(read![..^1] + (read[^1] == '0' ? '1' : '0')))!.Status);
    }

    [SkippableFact]
    public async Task Inspection_OnAPhoneWithoutScript_MakesAHazardThatIsFollowedToItsEnd()
    {
        var visit = await FieldVisit.OfAsync(fixture.Portal);
        await using var context = await fixture.OpenAsync(360, script: false);
        var page = await context.NewPageAsync();
        await fixture.SignInAsync(page, "west-clerk");
        await page.GotoAsync($"/p/{visit.Token}");
        await page.ClickAsync("main a.button");
        await page.GotoAsync($"/inspections/{visit.Inspection}");
        await page.ClickAsync("main form button[type=submit]");
        Assert.StartsWith("错误：", await page.TitleAsync(), StringComparison.Ordinal);
        foreach (var item in await page.Locator("fieldset.field").AllAsync())
        {
            await item.Locator("input[value=Pass]").CheckAsync();
        }

        await page.Locator("#exits-clear input[value=Fail]").CheckAsync();
        await page.FillAsync("[id='note.exits-clear']", "二楼通道堆放杂物");
        await page.FillAsync("#People", "6");
        await page.SetInputFilesAsync("#Photos", new FilePayload { Name = "a.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF, 0xE1, 0, 16, .. "Exif\0\0GPS-39.0"u8, 0xFF, 0xDA, 0, 2, 65, 0xFF, 0xD9] });
        await page.ClickAsync("main form button[type=submit]");
        Assert.Contains("二楼通道堆放杂物", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.GotoAsync("/hazards");
        await page.ClickAsync("text=二楼通道堆放杂物");
        foreach (var act in new[] { "Notice", "RecheckPassed", "Close" })
        {
            await page.ClickAsync($"button[value={act}]");
        }

        Assert.Contains("已闭环", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("button[name=Act]").CountAsync());
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
