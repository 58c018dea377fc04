using System.Text;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.Errors;
using NewCitizen.Plates;
using NewCitizen.Plates.Printing;
using Portal.Forms;

namespace Portal.Pages.Field;

/// <summary>The print sheet of all valid plates of the station, as a file: it brings its own style, which pages of this site must not.</summary>
public sealed class SheetModel(PlateManager plates, IConfiguration configuration) : PortalPage
{
    private const int Most = 1000;

    public static PlateAddress AddressOf(IConfiguration configuration, HttpRequest request) =>
        PlateAddress.TryParse(configuration["Portal:Address"] is { Length: > 0 } stated ? stated : $"{request.Scheme}://{request.Host}", out var address, out var error)
            ? address
            : throw new NewCitizenException(error, $"{PlateAddress.MaxHost}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var address = AddressOf(configuration, Request);
        var labels = new List<PlateLabel>();
        string? after = null;
        do
        {
            var page = await plates.ListAsync(Desk, home: null, Most, after, cancellationToken);
            labels.AddRange(page.Items.Where(plate => plate.IsLive).Select(plate => new PlateLabel(plate.Code.ToString(), address.Of(plates.TokenOf(plate)))));
            after = page.Next;
        }
        while (after is not null);
        using var text = new StringWriter();
        PlateSheet.Write(text, labels, "出租房屋服务码", "扫码办理居住登记、反映问题。任何人扫码都看不到住户信息。");
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/html; charset=utf-8", "plates.html");
    }
}
