using System.CommandLine;
using System.Text;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Exchange.Checking;
using NewCitizen.Exchange.Schemas;
using NewCitizen.Hosting;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>check</c>.</summary>
internal static class CheckVerb
{
    private const int Sample = 256 * 1024;

    public static Command Create(CliContext context)
    {
        var file = new Argument<string>("FILE") { Description = context.Say("NDJSON 交换文件", "an NDJSON exchange file") };
        string[] names = [.. DocumentTypes.All.Select(known => known.Name)];
        var type = new Option<string?>("--type") { Description = context.Say("文档类型；默认由文件名或内容判断", "document type; told by the file's name or content unless given"), HelpName = string.Join('|', names) }.AcceptOnly(names);
        var issues = new Option<string?>("--issues") { Description = context.Say("问题写入此文件；默认写到标准输出", "write issues to this file instead of the standard output"), HelpName = "FILE" };
        var json = CliOptions.Json(context);
        var command = new Command("check", context.Say(
            "按 JSON Schema 与业务规则核对交换文件，每个问题输出一行 JSON，不含个人信息；有记录被拒绝时退出码为 1。\n示例：newcitizen check residents.ndjson",
            "Check an exchange file against the JSON Schema and the rules beyond it: one JSON object for each issue, holding nothing personal; exit code 1 if records are refused.\nExample: newcitizen check residents.ndjson"))
        {
            file, type, issues, json,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(context, parsed.GetRequiredValue(file), parsed.GetValue(type), parsed.GetValue(issues), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, string path, string? typeName, string? issuesPath, bool json, CancellationToken cancellationToken)
    {
        if (issuesPath is not null && CliFiles.AreSame(path, issuesPath)) throw new NewCitizenException(CommandLineErrors.SameFile, "FILE", "--issues");
        var source = CliFiles.OpenRead(path);
        await using var sourceScope = source.ConfigureAwait(false);
        var type = await TypeOfAsync(source, path, typeName, cancellationToken).ConfigureAwait(false);
        Stream target = issuesPath is null ? new MemoryStream() : CliFiles.Create(issuesPath);
        await using var targetScope = target.ConfigureAwait(false);
        using var writer = new IssueLineWriter(target);
        CheckReport report;
        try
        {
            report = await new DocumentChecker(type, context.Terminal.Clock).CheckAsync(source, Tell, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new NewCitizenException(CommandLineErrors.FileUnreadable, e, path);
        }

        Report(context, report, json);
        return report.Refused > 0 ? ExitCodes.Refused : ExitCodes.Good;

        void Tell(DocumentIssue issue)
        {
            writer.Write(issue);
            if (target is not MemoryStream memory) return;
            context.Terminal.Out.Write(Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length));
            memory.SetLength(0);
        }
    }

    private static async Task<DocumentType> TypeOfAsync(FileStream source, string path, string? name, CancellationToken cancellationToken)
    {
        if (DocumentTypes.TryFind(name, out var stated)) return stated;
        var sample = new byte[Sample];
        var count = await source.ReadAtLeastAsync(sample, sample.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        source.Position = 0;
        return DocumentTypes.TryDetect(path, FirstLine(sample.AsSpan(0, count)), out var found) ? found : throw new NewCitizenException(CommandLineErrors.UnknownDocumentType);
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> sample)
    {
        sample = sample.StartsWith("\uFEFF"u8) ? sample[3..] : sample;
        sample = sample.TrimStart("\r\n \t"u8);
        var end = sample.IndexOf((byte)'\n');
        return end < 0 ? sample : sample[..end];
    }

    private static void Report(CliContext context, CheckReport report, bool json)
    {
        if (json)
        {
            JsonLine.Write(context.Terminal.Out, members =>
            {
                members.WriteNumber("lines", report.Lines);
                members.WriteNumber("accepted", report.Accepted);
                members.WriteNumber("refused", report.Refused);
                members.WriteNumber("warnings", report.Warnings);
            });
            return;
        }

        // Issues are the answer; the sum is for whoever looks on.
        context.Terminal.Error.WriteLine(context.Say(
            $"共 {report.Records} 条记录：通过 {report.Accepted}，拒绝 {report.Refused}，警告 {report.Warnings}",
            $"{report.Records} records: {report.Accepted} accepted, {report.Refused} refused, {report.Warnings} warnings"));
    }
}
