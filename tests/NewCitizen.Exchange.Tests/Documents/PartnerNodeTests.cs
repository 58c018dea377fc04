using System.Diagnostics;
using NewCitizen.Exchange.Schemas;

namespace NewCitizen.Exchange.Tests.Documents;

/// <summary>ajv, which we did not write, gives the same verdicts. Skipped without Node or its packages, but never in CI.</summary>
public sealed class PartnerNodeTests : IDisposable
{
    private static readonly string s_sample = RepositoryFiles.PathOf("samples", "partner-node");
    private readonly string _root = Directory.CreateTempSubdirectory("partner").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [SkippableFact]
    public async Task BrokenDocuments_AjvVerdicts_AreTheExpected()
    {
        await NeedNodeAsync();
        SchemaWriter.WriteAll(_root);
        var (code, output) = await RunAsync("node", "check-broken.mjs", _root);

        Assert.True(code == 0, output);
        Assert.True(ExpectedVerdict.Read("broken").Count >= 25);
    }

    [SkippableFact]
    public async Task ExportedStore_AjvStrict_AcceptsEveryLine()
    {
        await NeedNodeAsync();
        await using var store = await SyntheticStore.CreateAsync(600);
        var target = Path.Combine(_root, "out");
        var summary = (await store.Exporter.ExportAsync(store.Context, target, options: null, CancellationToken.None)).Require();
        var (code, output) = await RunAsync("node", "check.mjs", target);

        Assert.True(code == 0, output);
        Assert.Contains("residents.ndjson: 600 accepted, 0 refused", output, StringComparison.Ordinal);
        Assert.Contains($"residence-registrations.ndjson: {summary.Registrations} accepted, 0 refused", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task CheckScript_BadInput_AnswersWithItsExitCode()
    {
        await NeedNodeAsync();
        SchemaWriter.WriteAll(_root);
        await File.WriteAllTextAsync(Path.Combine(_root, "residents.ndjson"), "\n{}\n{\n");
        var (refused, output) = await RunAsync("node", "check.mjs", _root);
        Assert.Equal(1, refused);
        Assert.Contains("""{"file":"residents.ndjson","line":2,"pointer":"","keyword":"discriminator"}""", output, StringComparison.Ordinal);
        Assert.Contains("""{"file":"residents.ndjson","line":3,"pointer":"","keyword":"json"}""", output, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("node", "check.mjs", Path.Combine(_root, "absent"))).Code);
    }

    [SkippableFact]
    public async Task RuleBreaks_Ajv_AcceptsThem()
    {
        await NeedNodeAsync();
        SchemaWriter.WriteAll(_root);
        foreach (var type in DocumentTypes.All)
        {
            var lines = ExpectedVerdict.Read("rules").Where(rule => rule.Type == type.Name).Select(rule => rule.Line("rules"));
            await File.WriteAllBytesAsync(Path.Combine(_root, type.FileName), [.. lines.SelectMany(line => line.Append((byte)'\n'))]);
        }

        var (code, output) = await RunAsync("node", "check.mjs", _root);
        Assert.True(code == 0, output);
    }

    [Fact]
    public void LockFile_NamesNoRegistry() =>
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Path.Combine(s_sample, "package-lock.json")), StringComparison.Ordinal);

    private static async Task NeedNodeAsync()
    {
        var ready = await TryAsync("node", "--version") && (Directory.Exists(Path.Combine(s_sample, "node_modules", "ajv")) || await TryAsync("npm", "ci", "--no-audit", "--no-fund"));
        if (!ready && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail("Node with npm is needed in CI: install Node 20 and let 'npm ci' reach its registry.");
        }

        Skip.IfNot(ready, "Node is not installed, or 'npm ci' in samples/partner-node did not work.");
    }

    private static async Task<bool> TryAsync(string command, params string[] arguments)
    {
        try
        {
            return (await RunAsync(command, arguments)).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = s_sample, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await error);
    }
}
