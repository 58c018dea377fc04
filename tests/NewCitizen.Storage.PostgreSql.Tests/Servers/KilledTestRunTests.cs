using System.Diagnostics;
using System.Globalization;
using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Storage.PostgreSql.Tests.Servers;

public sealed class KilledTestRunTests
{
    [SkippableFact]
    public async Task Server_OfAKilledProcess_IsGoneWithItsFolder()
    {
        PostgreSqlInstall.Require(PostgreSqlInstall.Old);
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, "serve", "15"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadLineAsync();
        var server = int.Parse(answer!.Split(' ')[0], CultureInfo.InvariantCulture);
        var data = (await File.ReadAllTextAsync($"/proc/{server}/cmdline")).Split('\0').SkipWhile(argument => argument != "-D").ElementAt(1);
        Assert.True(Directory.Exists(data));
        process.Kill();
        await process.WaitForExitAsync();
        for (var i = 0; i < 600 && Directory.Exists(Path.GetDirectoryName(data)!); i++)
        {
            await Task.Delay(50);
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(data)!), "the folder is still there");
        Assert.False(Directory.Exists($"/proc/{server}"), "the server still runs");
    }
}
