using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Audit;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Exchange.Rosters;
using NewCitizen.Exchange.Tables;
using NewCitizen.Hosting;
using NewCitizen.Storage;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>import</c>.</summary>
internal static class ImportVerb
{
    public static Command Create(CliContext context)
    {
        var file = new Argument<string>("FILE") { Description = context.Say("花名册：.csv（UTF-8 或 GB18030）或 .xlsx", "the roster: .csv (UTF-8 or GB18030) or .xlsx") };
        var (store, keys, agency, json) = (CliOptions.Store(context), CliOptions.Keys(context), CliOptions.Agency(context), CliOptions.Json(context));
        var issues = new Option<string>("--issues") { Description = context.Say("问题文件：.csv，或 .ndjson 供程序读取；不含个人信息", "the issues file: .csv, or .ndjson for programs; holds nothing personal"), HelpName = "FILE", Required = true };
        var marked = new Option<string?>("--marked") { Description = context.Say("标注副本 .xlsx：标出有问题的单元格，供修改后重新导入；含个人信息", "a copy as .xlsx with the failing cells marked, to mend and hand in again; holds personal data"), HelpName = "FILE" };
        var mapping = new Option<string?>("--mapping") { Description = context.Say("列映射文件，如 {\"身份证\": \"DocumentNumber\", \"内部编号\": \"ignore\"}", "headings of your office, such as {\"身份证\": \"DocumentNumber\", \"内部编号\": \"ignore\"}"), HelpName = "FILE" };
        var encoding = new Option<string?>("--encoding") { Description = context.Say("CSV 的编码；默认自动识别", "encoding of a CSV file; found by itself unless given"), HelpName = "NAME" };
        var interval = new Option<int>("--progress") { Description = context.Say("每处理 N 行输出一行 JSON 进度（标准输出）", "write one JSON line of progress every N rows (standard output)"), HelpName = "N" };
        var command = new Command("import", context.Say(
            "导入花名册：逐行接受、拒绝（说明原因）或认定为重复；重复运行不会产生第二份。有行被拒绝时退出码为 1，文件或数据库无法使用时为 2。\n示例：newcitizen import 花名册.csv --store sqlite:/data/station.db --issues issues.csv --marked 待修改.xlsx",
            "Import a roster: each row is accepted, refused with a reason, or a duplicate; running it again adds nothing. Exit code 1 if rows were refused, 2 if the file or the store cannot be used.\nExample: newcitizen import roster.csv --store sqlite:/data/station.db --issues issues.csv --marked mend.xlsx"))
        {
            file, store, issues, marked, mapping, agency, keys, encoding, interval, json,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var request = new ImportRequest(
                parsed.GetRequiredValue(file), parsed.GetRequiredValue(store), parsed.GetRequiredValue(issues), parsed.GetValue(marked), parsed.GetValue(mapping),
                parsed.GetRequiredValue(agency), parsed.GetValue(keys), parsed.GetValue(encoding), parsed.GetValue(interval), parsed.GetValue(json));
            return RunAsync(context, request, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, ImportRequest request, CancellationToken cancellationToken)
    {
        request.RequireDistinctFiles();
        var access = CliStore.Access(request.Agency);
        var options = new RosterOptions
        {
            Mapping = await MappingAsync(request.Mapping, cancellationToken).ConfigureAwait(false),
            Table = new TableOptions { Encoding = EncodingOf(request.Encoding) },
        };
        var source = CliFiles.OpenRead(request.File);
        await using var sourceScope = source.ConfigureAwait(false);
        var services = await CliStore.OpenAsync(context, request.Store, request.Keys, SchemaMode.Create, cancellationToken).ConfigureAwait(false);
        await using var servicesScope = services.ConfigureAwait(false);
        var issues = CliFiles.Create(request.Issues);
        await using var issuesScope = issues.ConfigureAwait(false);
        var marked = request.Marked is null ? null : CliFiles.Create(request.MarkedPart);
        var import = new RosterImport
        {
            Source = source,
            Options = options,
            Issues = issues,
            IssuesFormat = Path.GetExtension(request.Issues) is ".ndjson" or ".jsonl" or ".json" ? IssuesFileFormat.Ndjson : IssuesFileFormat.Csv,
            MarkedCopy = marked,
            Culture = context.Culture,
            ProgressInterval = request.Interval > 0 ? request.Interval : 500,
        };
        RosterImportResult? result = null;
        using (var progress = ImportProgress.Start(context, request))
        {
            try
            {
                result = await services.GetRequiredService<RosterImporter>().ImportAsync(access, import, progress, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                context.Complain(CommandLineErrors.Interrupted);
                Report(context, progress.Last, request.Json);
            }
            finally
            {
                if (marked is not null) await FinishMarkedAsync(marked, request, keep: result is { Fault: null }).ConfigureAwait(false);
            }
        }

        await services.GetRequiredService<AuditSequencer>().RunAsync(flush: true, CancellationToken.None).ConfigureAwait(false);
        if (result is null) return ExitCodes.Interrupted;
        if (result.Fault is { } fault) context.Complain(fault);
        Report(context, result.Counts, request.Json);
        return result.Fault is not null ? ExitCodes.Unusable : result.Counts.Refused > 0 ? ExitCodes.Refused : ExitCodes.Good;
    }

    // Only a whole copy gets its name.
    private static async Task FinishMarkedAsync(FileStream marked, ImportRequest request, bool keep)
    {
        await marked.DisposeAsync().ConfigureAwait(false);
        if (keep) File.Move(request.MarkedPart, request.Marked!, overwrite: true);
        else File.Delete(request.MarkedPart);
    }

    private static void Report(CliContext context, RosterCounts counts, bool json)
    {
        if (json) JsonLine.Write(context.Terminal.Out, members => ImportProgress.WriteCounts(members, counts));
        else context.Terminal.Out.WriteLine(context.Say(
            $"读取 {counts.Read} 行：接受 {counts.Accepted}，拒绝 {counts.Refused}，重复 {counts.Duplicate}",
            $"{counts.Read} rows read: {counts.Accepted} accepted, {counts.Refused} refused, {counts.Duplicate} duplicate"));
    }

    private static async Task<RosterMapping> MappingAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null) return RosterMapping.None;
        var stream = CliFiles.OpenRead(path);
        await using var scope = stream.ConfigureAwait(false);
        return await RosterMapping.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    private static Encoding? EncodingOf(string? name)
    {
        if (name is null) return null;
        try
        {
            // Every GBK and GB 2312 text is GB18030 text.
            var known = name.ToUpperInvariant() is "GBK" or "GB2312" or "CP936" ? "gb18030" : name;
            return CodePagesEncodingProvider.Instance.GetEncoding(known) ?? Encoding.GetEncoding(known);
        }
        catch (ArgumentException e)
        {
            throw new NewCitizenException(CommandLineErrors.UnknownEncoding, e);
        }
    }
}
