using System.Text;
using System.Text.Json;
using NewCitizen.Cli.CommandLine;
using NewCitizen.TestStores;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Cli.Tests;

/// <summary>One call of the real entry point in this process.</summary>
internal sealed record CliRun(int Exit, string Out, string Error)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public JsonElement Last => JsonDocument.Parse(Lines[^1]).RootElement;

    public static Task<CliRun> RunAsync(params string[] args) => WithInputAsync([], args);

    public static Task<CliRun> WithInputAsync(string input, params string[] args) => WithInputAsync(Encoding.UTF8.GetBytes(input), args);

    public static async Task<CliRun> WithInputAsync(byte[] input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new CliTerminal
        {
            Out = output,
            Error = error,
            OpenInput = () => new MemoryStream(input),
            Variable = name => name == "NEWCITIZEN_KEYS" ? args.Select(TestStore.KeysOf).FirstOrDefault(keys => keys is not null) : null,
            Clock = new FakeClock(Instant.FromUtc(2026, 11, 22, 4, 0)),
        };
        var exit = await CliApplication.RunAsync(args, terminal, CancellationToken.None);
        return new CliRun(exit, output.ToString(), error.ToString());
    }
}
