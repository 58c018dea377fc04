using System.Diagnostics;
using System.Text.Json;
using NewCitizen.Plates;
using NewCitizen.Plates.Printing;
using NewCitizen.Privacy;

namespace NewCitizen.Core.Tests.Plates;

public sealed class QrCodeTests
{
    // jsQR, which we did not write, reads our codes; white space around and 3 pixels a module.
    private const string Decoder = """
        import { createRequire } from 'node:module';
        import { readFileSync } from 'node:fs';
        const jsQR = createRequire(process.argv[2] + '/package.json')('jsqr');
        const read = (rows) => {
          const scale = 3, zone = 4, side = (rows.length + 2 * zone) * scale, pixels = new Uint8ClampedArray(side * side * 4).fill(255);
          for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) {
            const row = rows[Math.floor(y / scale) - zone], dark = row && row[Math.floor(x / scale) - zone] === '1';
            if (dark) pixels.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3);
          }
          return jsQR(pixels, side, side)?.data ?? null;
        };
        console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(read)));
        """;

    [SkippableFact]
    public void Of_AddressesOfAllLengths_IsReadByAnIndependentDecoder()
    {
        using var keys = new EphemeralKeyRing();
        var signer = new PlateSigner(keys);
        var texts = Enumerable.Range(1, 60)
            .Select(host => { Assert.True(PlateAddress.TryParse("https://" + new string('h', host), out var address, out _)); return address!.Of(signer.Sign(PlateCode.NewRandom())); })
            .Concat(Enumerable.Range(1, QrCode.MaxLength).Select(length => string.Concat(Enumerable.Range(0, length).Select(i => "AZ09 $%*+-./:B7"[(i * 7 + length) % 15]))))
            .ToArray();

        Assert.Equal(texts, Decode([.. texts.Select(QrCode.Of)]));
    }

    [Theory]
    [InlineData(16, 21)]
    [InlineData(17, 25)]
    [InlineData(29, 25)]
    [InlineData(47, 29)]
    [InlineData(67, 33)]
    [InlineData(87, 37)]
    [InlineData(108, 41)]
    public void Of_Length_TakesTheSmallestSize(int length, int size) => Assert.Equal(size, QrCode.Of(new string('A', length)).Size);

    [Theory]
    [InlineData("https://x")]
    [InlineData("门牌")]
    [InlineData("A?B")]
    public void Of_NotAlphanumeric_IsRefused(string text) => Assert.Throws<ArgumentException>(() => QrCode.Of(text));

    [Fact]
    public void Of_TooLong_IsRefused() => Assert.Throws<ArgumentException>(() => QrCode.Of(new string('A', QrCode.MaxLength + 1)));

    [Fact]
    public void Write_Sheet_HasEveryPlateAndNothingElse()
    {
        var plates = Enumerable.Range(0, 17).Select(i => new PlateLabel($"7K3F{i:D2}-2M8QX", $"HTTPS://ZF.EXAMPLE.GOV.CN/P/{i}")).ToArray();
        using var output = new StringWriter();
        PlateSheet.Write(output, plates, "出租房屋<服务码>", "扫码办理居住登记");
        var html = output.ToString();

        Assert.Equal(3, html.Split("<main>").Length - 1);
        Assert.Equal(17, html.Split("<svg").Length - 1);
        Assert.All(plates, plate => Assert.Contains($">{plate.Number}</p>", html, StringComparison.Ordinal));
        Assert.Contains("出租房屋&lt;服务码&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
    }

    private static string?[] Decode(IReadOnlyList<QrCode> codes)
    {
        var modules = ModuleFolder();
        var onBuildServer = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.False(modules is null && onBuildServer, "jsqr is missing: npm ci --prefix tests/NewCitizen.TestServers.");
        Skip.If(modules is null, "jsqr is not installed (npm ci --prefix tests/NewCitizen.TestServers); QR codes were not read by another decoder.");
        var script = Path.Combine(Path.GetTempPath(), $"decode-{Environment.ProcessId}.mjs");
        File.WriteAllText(script, Decoder);
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", [script, modules]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            node.StandardInput.Write(JsonSerializer.Serialize(codes.Select(code =>
                Enumerable.Range(0, code.Size).Select(row => string.Concat(Enumerable.Range(0, code.Size).Select(column => code[row, column] ? '1' : '0'))))));
            node.StandardInput.Close();
            var answer = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return JsonSerializer.Deserialize<string?[]>(answer)!;
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string? ModuleFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Sdk.sln")))
        {
            folder = folder.Parent;
        }

        var modules = folder is null ? null : Path.Combine(folder.FullName, "tests", "NewCitizen.TestServers");
        return modules is not null && Directory.Exists(Path.Combine(modules, "node_modules", "jsqr")) ? modules : null;
    }
}
