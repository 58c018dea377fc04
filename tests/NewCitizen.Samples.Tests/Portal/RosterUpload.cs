using System.Net.Http.Headers;
using System.Text;

namespace NewCitizen.Samples.Tests.Portal;

/// <summary>Rosters of made-up people, and how a browser sends them.</summary>
internal static class RosterUpload
{
    /// <summary>Two good rows, one of them twice, one with a wrong check character, one whose number a spreadsheet spoilt, one without name.</summary>
    public const string Messy =
        "新市民花名册\r\n姓名,证件号码,联系电话,现住址,登记日期\r\n" +
        "王小明,41990019900307123X,13800138001,天海路201号,2026-01-05\r\n" +
        "李秀兰,34990019851123002X,13800138002,天海路202号,2026/1/6\r\n" +
        "王小明,41990019900307123X,13800138001,天海路201号,2026-01-05\r\n" +
        "赵大力,349900198511230029,13800138003,天海路203号,2026年1月7日\r\n" +
        "孙二娘,1.20116E+17,13800138004,天海路204号,2026-01-08\r\n" +
        ",37990019770505001X,12345,天海路205号,2026-13-09\r\n";

    public static Task<HttpResponseMessage> SendAsync(PortalClient client, string csv) => SendAsync(client, Encoding.UTF8.GetBytes(csv));

    public static async Task<HttpResponseMessage> SendAsync(PortalClient client, byte[] file)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in PortalClient.HiddenFields(await client.ReadAsync("/import")))
        {
            content.Add(new StringContent(value), name);
        }

        var upload = new ByteArrayContent(file);
        upload.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        content.Add(upload, "Roster", "roster.csv");
        return await client.Http.PostAsync(new Uri("/import", UriKind.Relative), content);
    }
}
