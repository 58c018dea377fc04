using System.CommandLine;
using NewCitizen.Calendars;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Identity;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>number</c>.</summary>
internal static class NumberVerb
{
    private static readonly IdentityNumberRecogniser s_recogniser = new();

    public static Command Create(CliContext context)
    {
        var file = new Argument<string>("FILE") { Description = context.Say("UTF-8 文件，每行一个号码；- 为标准输入", "UTF-8 file with one number a line; - reads the standard input") };
        var kind = new Option<string?>("--kind")
        {
            Description = context.Say("号码所指：person 人员，organisation 单位，mobile 手机", "what the numbers name: person, organisation or mobile"),
            HelpName = "person|organisation|mobile",
        }.AcceptOnly("person", "organisation", "mobile");
        var json = CliOptions.Json(context);
        var command = new Command("number", context.Say(
            "核对证件号码、统一社会信用代码、手机号码：每行输出一个 JSON 对象 {line, kind, valid, code}，不回显号码。空行按无效计，使行号一致。有无效号码时退出码为 1。\n示例：newcitizen number --kind person numbers.txt\n　　　cat numbers.txt | newcitizen number -",
            "Check identity numbers, credit codes and mobile numbers: one JSON object a line out, {line, kind, valid, code}; the number is not repeated. A blank line counts as invalid, so that lines keep their numbers. Exit code 1 if any is invalid.\nExamples: newcitizen number --kind person numbers.txt\n          cat numbers.txt | newcitizen number -"))
        {
            file, kind, json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(context, parsed.GetRequiredValue(file), parsed.GetValue(kind), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, string path, string? kind, CancellationToken cancellationToken)
    {
        var group = kind switch
        {
            "person" => NumberGroup.Person,
            "organisation" => NumberGroup.Organisation,
            "mobile" => NumberGroup.Mobile,
            _ => (NumberGroup?)null,
        };
        var today = ShanghaiTime.Today(context.Terminal.Clock);
        var input = path == "-" ? context.Terminal.OpenInput() : CliFiles.OpenRead(path);
        await using var scope = input.ConfigureAwait(false);
        var output = context.Terminal.Out;
        var invalid = false;
        var lines = new LineReader(input);
        try
        {
            // What was asked is answered before more is waited for, so that a program may talk to this one line by line.
            while (await lines.FillAsync(output.FlushAsync, cancellationToken).ConfigureAwait(false))
            {
                while (lines.TryTake(out var text))
                {
                    var recognised = s_recogniser.Recognise(text, group, today);
                    invalid |= !recognised.IsValid;
                    Write(output, lines.Line, recognised);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NewCitizenException(Hosting.CommandLineErrors.FileUnreadable, e, path);
        }

        return invalid ? ExitCodes.Refused : ExitCodes.Good;
    }

    // All parts are plain ASCII without anything to escape.
    private static void Write(TextWriter output, long line, RecognisedNumber recognised)
    {
        output.Write("{\"line\":");
        output.Write(line);
        output.Write(",\"kind\":\"");
        output.Write(recognised.Kind.WireName());
        output.Write(recognised.IsValid ? "\",\"valid\":true,\"code\":null}\n" : "\",\"valid\":false,\"code\":\"");
        if (recognised.IsValid) return;
        output.Write(recognised.Error!.Value);
        output.Write("\"}\n");
    }
}
