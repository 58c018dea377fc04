using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using NewCitizen.Cli.Verbs;
using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;
using NewCitizen.Hosting;

namespace NewCitizen.Cli.CommandLine;

/// <summary>The command <c>newcitizen</c>.</summary>
public static class CliApplication
{
    // Rows on their way are settled first; a store waits 30 seconds for another writer at most.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(40);

    /// <summary>Runs one call.</summary>
    /// <param name="args">Its arguments.</param>
    /// <param name="terminal">What it reads and writes.</param>
    /// <param name="cancellationToken">Stops it, as Ctrl+C does.</param>
    /// <returns>The exit code: 0 all good, 1 some records refused, 2 unusable input or arguments, 130 interrupted.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliTerminal terminal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        var context = CliContext.Create(args, terminal);
        try
        {
            var parsed = Root(context).Parse(args);
            if (parsed.Action is ParseErrorAction)
            {
                foreach (var name in parsed.Errors.Select(error => NameOf(error.SymbolResult)).Distinct(StringComparer.Ordinal))
                {
                    context.Complain(CommandLineErrors.InvalidArguments, name);
                }

                return ExitCodes.Unusable;
            }

            var invocation = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = s_patience,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (TableException e)
        {
            context.Complain(e.ToIssue());
        }
        catch (NewCitizenException e)
        {
            context.Complain(e.Code, e.Arguments);
        }
        catch (OperationCanceledException)
        {
            context.Complain(CommandLineErrors.Interrupted);
            return ExitCodes.Interrupted;
        }
#pragma warning disable CA1031 // The last guard: a text of unknown content must not reach a log.
        catch (Exception e)
#pragma warning restore CA1031
        {
            context.Complain(CommandLineErrors.Defect, e.GetType().Name);
            if (terminal.Variable("NEWCITIZEN_DEBUG") == "1") await terminal.Error.WriteLineAsync(e.ToString()).ConfigureAwait(false);
        }
        finally
        {
            await terminal.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }

        return ExitCodes.Unusable;
    }

    private static RootCommand Root(CliContext context)
    {
        var root = new RootCommand(context.Say(
            "新市民 SDK 命令行：核对号码、导入花名册、导出与核对交换文件。\n退出码：0 全部正常，1 部分记录被拒绝，2 输入或参数无法使用。",
            "NewCitizen SDK: check numbers, import rosters, export and check exchange documents.\nExit codes: 0 all good, 1 some records refused, 2 unusable input or arguments."));
        root.Options.Add(new Option<string>("--lang") { Description = context.Say("消息语言：zh 或 en", "language of messages: zh or en"), HelpName = "zh|en", Recursive = true }.AcceptOnly("zh", "en"));
        root.Subcommands.Add(NumberVerb.Create(context));
        root.Subcommands.Add(ImportVerb.Create(context));
        root.Subcommands.Add(ExportVerb.Create(context));
        root.Subcommands.Add(CheckVerb.Create(context));
        root.Subcommands.Add(SchemaVerb.Create(context));
        root.Subcommands.Add(WorkdayVerb.Create(context));
        root.Subcommands.Add(SlotsVerb.Create(context));
        root.Subcommands.Add(RulesVerb.Create(context));
        root.Subcommands.Add(PermitVerb.Create(context));
        root.Subcommands.Add(AuditVerb.Create(context));
        root.Subcommands.Add(StoreVerb.Create(context));
        return root;
    }

    // The parser's own texts repeat what was typed, which might be a number of a person.
    private static string NameOf(SymbolResult? result) => result switch
    {
        OptionResult option => option.Option.Name,
        ArgumentResult { Parent: OptionResult option } => option.Option.Name,
        ArgumentResult argument => argument.Argument.Name,
        CommandResult { Command: not RootCommand } command => command.Command.Name,
        _ => "newcitizen",
    };
}
