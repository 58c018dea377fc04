using System.Globalization;
using NewCitizen.Errors;

namespace NewCitizen.Cli.CommandLine;

/// <summary>One call: its terminal and the language it speaks.</summary>
public sealed class CliContext
{
    private static readonly string[] s_languageVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private CliContext(CliTerminal terminal, bool chinese) => (Terminal, IsChinese) = (terminal, chinese);

    /// <summary>What is read and written.</summary>
    public CliTerminal Terminal { get; }

    /// <summary>Chinese, else English.</summary>
    public bool IsChinese { get; }

    /// <summary>The language as a culture.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(IsChinese ? "zh-CN" : "en");

    /// <summary>Finds the language: <c>--lang</c>, else the environment, else English. Help needs it before the arguments are read.</summary>
    public static CliContext Create(IReadOnlyList<string> args, CliTerminal terminal)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(terminal);
        string? stated = null;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--lang" && i + 1 < args.Count) stated = args[i + 1];
            else if (args[i].StartsWith("--lang=", StringComparison.Ordinal)) stated = args[i]["--lang=".Length..];
        }

        stated ??= s_languageVariables.Select(terminal.Variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return new CliContext(terminal, stated?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true);
    }

    /// <summary>A text in the language of the call.</summary>
    public string Say(string chinese, string english) => IsChinese ? chinese : english;

    /// <summary>Writes an error: code, place and text.</summary>
    public void Complain(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var place = issue.Location == default ? string.Empty : $" ({issue.Location})";
        Terminal.Error.WriteLine($"{issue.Code}{place}: {issue.Message(Culture)}");
    }

    /// <summary>Writes an error without a place.</summary>
    public void Complain(ErrorCode code, params IReadOnlyList<string> arguments) => Complain(new Issue(code, default, arguments));
}
