using System.Diagnostics;
using NewCitizen.TestStores;

namespace NewCitizen.Samples.Tests.QuickStart;

public sealed class QuickStartTests
{
    [Fact]
    public async Task QuickStart_OnANewStore_PrintsTheMaskedOverview()
    {
        var folder = Directory.CreateTempSubdirectory("quickstart-");
        var built = AppContext.BaseDirectory.Replace(Path.Combine("tests", "NewCitizen.Samples.Tests"), Path.Combine("samples", "QuickStart"), StringComparison.Ordinal);
        var file = Path.Combine(folder.FullName, "q.db");
        string[] store = TestStore.Major is null ? [file] : [await TestStore.Server.NewDatabaseAsync(), file + ".keys.json"];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(built, "NewCitizen.QuickStart.dll"), .. store])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        for (var run = 1; run <= 2; run++)
        {
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, errors);

            // Run twice there is still one file, and nothing in full.
            Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains('*', output);
            Assert.DoesNotContain("张三丰", output, StringComparison.Ordinal);
            Assert.DoesNotContain("13800138000", output, StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }
}
