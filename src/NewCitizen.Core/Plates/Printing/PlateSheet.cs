using System.Globalization;
using System.Net;

namespace NewCitizen.Plates.Printing;

/// <summary>
/// Plates to print on A4 (门牌打印页): one HTML file without script or anything from elsewhere, eight plates a page of 90 × 62 mm, the QR codes as
/// SVG of 42 mm. Any browser prints it or saves it as PDF.
/// </summary>
public static class PlateSheet
{
    /// <summary>Plates on a page.</summary>
    public const int PlatesPerPage = 8;

    private const string Style = """
        @page { size: A4 portrait; margin: 10mm 12mm }
        * { box-sizing: border-box }
        body { margin: 0; font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; color: #000; background: #fff }
        main { width: 186mm; margin: 0 auto; display: grid; grid-template-columns: 90mm 90mm; column-gap: 6mm; row-gap: 6mm; align-content: start }
        main + main { break-before: page }
        article { width: 90mm; height: 62mm; border: .3mm solid #000; border-radius: 3mm; padding: 3mm; display: grid; grid-template-columns: 46mm 1fr; column-gap: 3mm; align-items: center; break-inside: avoid }
        svg { width: 46mm; height: 46mm; display: block }
        h2 { font-size: 13pt; line-height: 1.3; margin: 0 0 3mm }
        p { font-size: 9.5pt; line-height: 1.4; margin: 0 0 2mm }
        .number { grid-column: 1 / -1; font: 700 17pt/1.1 "Noto Sans Mono CJK SC", "DejaVu Sans Mono", monospace; letter-spacing: 1.5pt; text-align: center; margin: 0 }
        """;

    /// <summary>Writes a sheet.</summary>
    /// <param name="output">Where to, as UTF-8.</param>
    /// <param name="plates">The plates, in the order of printing.</param>
    /// <param name="title">Heading of each plate, such as 出租房屋服务码; at most 20 characters fit.</param>
    /// <param name="text">What to do with it, such as 扫码办理居住登记.</param>
    /// <exception cref="ArgumentException">An address has no alphanumeric QR form.</exception>
    public static void Write(TextWriter output, IReadOnlyList<PlateLabel> plates, string title, string text)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(plates);
        output.Write("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"robots\" content=\"noindex\"><title>");
        output.Write(WebUtility.HtmlEncode(title));
        output.Write("</title><style>\n");
        output.Write(Style);
        output.Write("\n</style></head><body>\n");
        foreach (var page in plates.Chunk(PlatesPerPage))
        {
            output.Write("<main>\n");
            foreach (var plate in page)
            {
                output.Write($"<article>{Svg(plate)}<div><h2>{WebUtility.HtmlEncode(title)}</h2><p>{WebUtility.HtmlEncode(text)}</p></div><p class=\"number\">{WebUtility.HtmlEncode(plate.Number)}</p></article>\n");
            }

            output.Write("</main>\n");
        }

        output.Write("</body></html>\n");
    }

    /// <summary>The QR code of a plate as an SVG element with its quiet zone.</summary>
    public static string Svg(PlateLabel plate)
    {
        ArgumentNullException.ThrowIfNull(plate);
        var code = QrCode.Of(plate.Address);
        var side = code.Size + (2 * QrCode.QuietZone);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-{QrCode.QuietZone} -{QrCode.QuietZone} {side} {side}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(plate.Number)}\" shape-rendering=\"crispEdges\"><path d=\"M-{QrCode.QuietZone} -{QrCode.QuietZone}h{side}v{side}h-{side}z\" fill=\"#fff\"/><path d=\"{code.ToSvgPath()}\"/></svg>");
    }
}
