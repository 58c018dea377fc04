using System.Text;
using NodaTime;

namespace NewCitizen.Cli.CommandLine;

/// <summary>What a call reads and writes, so that tests can stand in for a terminal.</summary>
public sealed class CliTerminal
{
    private const int BufferSize = 32 * 1024;

    /// <summary>Answers.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>What went wrong, and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens the standard input.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = static _ => null;

    /// <summary>Whether <see cref="Error"/> is a terminal somebody looks at.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Time.</summary>
    public IClock Clock { get; init; } = SystemClock.Instance;

    /// <summary>The terminal of this process: UTF-8, output buffered.</summary>
    public static CliTerminal OfProcess() => new()
    {
        Out = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize) { NewLine = "\n" },
        Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1024) { AutoFlush = true },
        OpenInput = Console.OpenStandardInput,
        Variable = Environment.GetEnvironmentVariable,
        IsInteractive = !Console.IsErrorRedirected,
    };
}
