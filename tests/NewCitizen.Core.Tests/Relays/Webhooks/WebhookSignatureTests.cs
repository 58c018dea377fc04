using System.Diagnostics;
using System.Text;
using NewCitizen.Errors;
using NewCitizen.Relays;
using NewCitizen.Relays.Webhooks;
using NodaTime;

namespace NewCitizen.Core.Tests.Relays.Webhooks;

public sealed class WebhookSignatureTests
{
    // The worked vector of docs/exchange/events.md; the key is the bytes 0 to 31.
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string Id = "3f0f1c8e-0000-8000-8000-000000000001";
    private const string Body = "{\"hello\":\"新市民\"}";
    private static readonly Instant s_at = Instant.FromUnixTimeSeconds(1795320000);
    private static readonly WebhookSecret s_secret = WebhookSecret.Parse(Secret);
    private static readonly WebhookSecret s_other = WebhookSecret.Parse(WebhookSecret.Generate());

    private static byte[] Bytes => Encoding.UTF8.GetBytes(Body);

    [SkippableFact]
    public async Task Sign_Vector_EqualsWhatOpensslComputes()
    {
        Skip.IfNot(File.Exists("/usr/bin/openssl"), "openssl is not installed.");
        var start = new ProcessStartInfo("/usr/bin/openssl") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["dgst", "-sha256", "-mac", "HMAC", "-macopt", "hexkey:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "-binary"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes($"{Id}.1795320000.{Body}"));
        process.StandardInput.Close();
        using var mac = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(mac);
        Assert.Equal("v1," + Convert.ToBase64String(mac.ToArray()), WebhookSignature.Sign([s_secret], Id, s_at, Bytes));
    }

    [Fact]
    public void Check_DuringARotation_TakesBothSecrets()
    {
        var header = WebhookSignature.Sign([s_other, s_secret], Id, s_at, Bytes);
        Assert.Equal(WebhookCheck.Valid, Check([s_secret], header));
        Assert.Equal(WebhookCheck.Valid, Check([s_other], header));
        Assert.Equal(WebhookCheck.Valid, Check([s_other, s_secret], WebhookSignature.Sign([s_secret], Id, s_at, Bytes)));
        Assert.Equal(WebhookCheck.Mismatch, Check([WebhookSecret.Parse(WebhookSecret.Generate())], header));
        Assert.Equal(WebhookCheck.Mismatch, Check([], header));
    }

    [Fact]
    public void Check_AnyChange_IsFound()
    {
        var header = WebhookSignature.Sign([s_secret], Id, s_at, Bytes);
        Assert.Equal(WebhookCheck.Mismatch, WebhookSignature.Check([s_secret], Id, "1795320000", header, "{}"u8, s_at));
        Assert.Equal(WebhookCheck.Mismatch, WebhookSignature.Check([s_secret], Id, "1795320001", header, Bytes, s_at));
        Assert.Equal(WebhookCheck.Mismatch, WebhookSignature.Check([s_secret], "x", "1795320000", header, Bytes, s_at));
        Assert.Equal(WebhookCheck.Mismatch, Check([s_secret], "v1,AAAA v2," + header[3..]));
        Assert.Equal(WebhookCheck.Mismatch, Check([s_secret], "v1,not base64!"));
        Assert.Equal(WebhookCheck.HeaderMissing, WebhookSignature.Check([s_secret], null, "1795320000", header, Bytes, s_at));
        Assert.Equal(WebhookCheck.HeaderMissing, WebhookSignature.Check([s_secret], Id, "-1", header, Bytes, s_at));
        Assert.Equal(WebhookCheck.HeaderMissing, WebhookSignature.Check([s_secret], Id, "1795320000", null, Bytes, s_at));
    }

    [Theory]
    [InlineData(300, WebhookCheck.Valid)]
    [InlineData(301, WebhookCheck.OutsideWindow)]
    [InlineData(-300, WebhookCheck.Valid)]
    [InlineData(-301, WebhookCheck.OutsideWindow)]
    public void Check_OutsideTheWindow_IsRefused(int seconds, WebhookCheck expected)
    {
        var header = WebhookSignature.Sign([s_secret], Id, s_at, Bytes);
        Assert.Equal(expected, WebhookSignature.Check([s_secret], Id, "1795320000", header, Bytes, s_at + Duration.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData("whsec_AAEC")]
    [InlineData("whsec_???")]
    public void Parse_NoSecret_IsRefused(string text) =>
        Assert.Equal(RelayErrors.SecretInvalid, Assert.Throws<NewCitizenException>(() => WebhookSecret.Parse(text)).Code);

    [Fact]
    public void ToString_OfASecret_HidesIt() => Assert.DoesNotContain("AAEC", s_secret.ToString(), StringComparison.Ordinal);

    private static WebhookCheck Check(WebhookSecret[] secrets, string header) => WebhookSignature.Check(secrets, Id, "1795320000", header, Bytes, s_at);
}
