using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Plates;
using NewCitizen.Plates.Printing;
using NewCitizen.Storage;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>plates print</c>: an A4 sheet of the valid plates of an agency.</summary>
internal static class PlatesVerb
{
    private const int PageSize = 500;

    private sealed record Request(string Store, string? Keys, string Agency, string Address, string Output, string[] Numbers, string Title, string Text, bool Json);

    public static Command Create(CliContext context)
    {
        var (store, keys, agency, json) = (CliOptions.Store(context), CliOptions.Keys(context), CliOptions.Agency(context), CliOptions.Json(context));
        var address = new Option<string>("--address") { Description = context.Say("门户网址，印在二维码里，例如 https://zf.example.gov.cn", "address of the portal for the QR codes, such as https://zf.example.gov.cn"), HelpName = "URL", Required = true };
        var output = new Option<string>("--out") { Description = context.Say("写入的HTML文件，用浏览器打印或另存为PDF", "the HTML file to write; a browser prints it or saves it as PDF"), HelpName = "FILE", Required = true };
        var numbers = new Option<string[]>("--number") { Description = context.Say("只印这些门牌编号；可重复", "print these plate numbers only; may be repeated"), HelpName = "NUMBER", DefaultValueFactory = _ => [] };
        var title = new Option<string>("--title") { Description = context.Say("门牌标题", "heading of each plate"), HelpName = "TEXT", DefaultValueFactory = _ => "出租房屋服务码" };
        var text = new Option<string>("--text") { Description = context.Say("门牌说明", "what to do with it"), HelpName = "TEXT", DefaultValueFactory = _ => "扫码办理居住登记、报修、反映问题。任何人扫码都看不到住户信息。" };
        var print = new Command("print", context.Say(
            "把有效的二维码门牌排成A4打印页（每页8个，不含住户和地址）。\n示例：newcitizen plates print --store sqlite:/data/station.db --agency west --address https://zf.example.gov.cn --out plates.html",
            "Lay the valid QR plates out on A4 sheets (8 a page, no person and no address).\nExample: newcitizen plates print --store sqlite:/data/station.db --agency west --address https://zf.example.gov.cn --out plates.html"))
        {
            store, keys, agency, address, output, numbers, title, text, json,
        };
        print.SetAction((parsed, cancellationToken) => PrintAsync(
            context,
            new(
                parsed.GetRequiredValue(store),
                parsed.GetValue(keys),
                parsed.GetRequiredValue(agency),
                parsed.GetRequiredValue(address),
                parsed.GetRequiredValue(output),
                parsed.GetValue(numbers) ?? [],
                parsed.GetRequiredValue(title),
                parsed.GetRequiredValue(text),
                parsed.GetValue(json)),
            cancellationToken));
        return new Command("plates", context.Say("二维码门牌", "QR plates of homes")) { print };
    }

    private static async Task<int> PrintAsync(CliContext context, Request request, CancellationToken cancellationToken)
    {
        if (!PlateAddress.TryParse(request.Address, out var address, out var error)) throw new NewCitizenException(error, $"{PlateAddress.MaxHost}");
        var wanted = new HashSet<PlateCode>();
        foreach (var number in request.Numbers)
        {
            wanted.Add(PlateCode.TryParse(number, out var code) ? code : throw new NewCitizenException(PlateErrors.NumberInvalid));
        }

        var access = CliStore.Access(request.Agency);
        var provider = await CliStore.OpenAsync(context, request.Store, request.Keys, SchemaMode.Validate, cancellationToken).ConfigureAwait(false);
        await using var scope = provider.ConfigureAwait(false);
        var plates = provider.GetRequiredService<PlateManager>();
        var labels = new List<PlateLabel>();
        string? after = null;
        do
        {
            var page = await plates.ListAsync(access, home: null, PageSize, after, cancellationToken).ConfigureAwait(false);
            labels.AddRange(page.Items
                .Where(plate => plate.IsLive && (wanted.Count == 0 || wanted.Remove(plate.Code)))
                .Select(plate => new PlateLabel(plate.Code.ToString(), address.Of(plates.TokenOf(plate)))));
            after = page.Next;
        }
        while (after is not null && (request.Numbers.Length == 0 || wanted.Count > 0));
        using (var file = new StreamWriter(CliFiles.Create(request.Output), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            PlateSheet.Write(file, labels, request.Title, request.Text);
        }

        var pages = (labels.Count + PlateSheet.PlatesPerPage - 1) / PlateSheet.PlatesPerPage;
        if (request.Json) JsonLine.Write(context.Terminal.Out, members =>
        {
            members.WriteNumber("plates", labels.Count);
            members.WriteNumber("pages", pages);
            members.WriteNumber("notFound", wanted.Count);
        });
        else await context.Terminal.Out.WriteLineAsync(context.Say($"已写入 {labels.Count} 个门牌，共 {pages} 页", $"{labels.Count} plate(s) on {pages} page(s)")).ConfigureAwait(false);
        foreach (var missing in wanted) context.Complain(PlateErrors.NotAPlate, missing.ToString());
        return wanted.Count == 0 ? ExitCodes.Good : ExitCodes.Refused;
    }
}
