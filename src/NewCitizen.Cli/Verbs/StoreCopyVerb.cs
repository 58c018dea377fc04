using System.CommandLine;
using System.Globalization;
using NewCitizen.Audit;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Storage;
using NewCitizen.Storage.Copying;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>store copy FROM TO</c>.</summary>
internal static class StoreCopyVerb
{
    public static Command Create(CliContext context)
    {
        var from = new Argument<string>("FROM") { Description = context.Say("来源数据库，只读", "the store to copy; only read") };
        var to = new Argument<string>("TO") { Description = context.Say("目标数据库：新的，或上次未复制完的", "the store to fill: a new one, or one an earlier run began") };
        var prepare = new Option<bool>("--prepare") { Description = context.Say("来源仍在使用，先复制大部分；不比对、不收尾", "the source is still in use: copy most of it now, do not compare or finish") };
        var (json, progress) = (CliOptions.Json(context), StoreVerb.Progress(context));
        var command = new Command("copy", context.Say(
            "复制数据库：全部记录与版本、删除标记、审计记录与检查点；完成后逐条比对。中断后重新运行即可继续。密钥环另行拷贝；变更流与请求键不复制。\n退出码 1：来源在复制期间有写入，或内容不一致。\n示例：newcitizen store copy sqlite:/data/station.db \"postgres:Host=db;Database=city\"",
            "Copy a store: all records with versions, tombstones, audit trail and checkpoints, and compare every one afterwards. Run it again after a stop. The key ring is copied by you; change feed and request keys are not copied.\nExit code 1: the source was written to meanwhile, or the contents differ.\nExample: newcitizen store copy sqlite:/data/station.db \"postgres:Host=db;Database=city\""))
        {
            from, to, prepare, json, progress,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            context,
            StoreName.Parse(parsed.GetRequiredValue(from)),
            StoreName.Parse(parsed.GetRequiredValue(to)),
            parsed.GetValue(prepare),
            (parsed.GetValue(json), parsed.GetValue(progress)),
            cancellationToken));
        return command;
    }

    /// <summary>Copies one open store into another and says how it ended.</summary>
    public static async Task<int> CopyAsync(
        CliContext context, CliKernel source, CliKernel target, bool prepare, bool note, (bool Json, bool Progress) output, CancellationToken cancellationToken)
    {
        StoreCopyReport report;
        using (var progress = new StoreProgress(context, output.Progress))
        {
            report = await new StoreCopier(source.Side, target.Side, source.Kinds)
                .CopyAsync(!prepare, note ? done => Note(context, done) : null, progress, cancellationToken).ConfigureAwait(false);
        }

        if (output.Json) JsonLine.Write(context.Terminal.Out, members =>
        {
            members.WriteBoolean("complete", report.IsComplete);
            members.WriteNumber("records", report.Records);
            members.WriteNumber("auditEntries", report.AuditEntries);
            members.WriteBoolean("sourceChanged", report.SourceChanged);
            if (report.Comparison is { } comparison) StoreReports.Write(members, comparison);
        });
        else WriteText(context, report);
        if (prepare) return ExitCodes.Good;
        StoreReports.Complain(context, report.Comparison!);
        if (report.SourceChanged) context.Complain(StorageErrors.SourceChanged);
        return report.IsComplete ? ExitCodes.Good : ExitCodes.Refused;
    }

    private static async Task<int> RunAsync(
        CliContext context, StoreName from, StoreName to, bool prepare, (bool Json, bool Progress) output, CancellationToken cancellationToken)
    {
        if (from == to || (from.Path is { } one && to.Path is { } other && CliFiles.AreSame(one, other))) throw new NewCitizenException(CommandLineErrors.SameFile, "FROM", "TO");
        var source = await CliKernel.OpenAsync(context, from, SchemaMode.Validate, cancellationToken).ConfigureAwait(false);
        await using var sourceScope = source.ConfigureAwait(false);
        var target = await CliKernel.OpenAsync(context, to, SchemaMode.Create, cancellationToken).ConfigureAwait(false);
        await using var targetScope = target.ConfigureAwait(false);
        return await CopyAsync(context, source, target, prepare, note: true, output, cancellationToken).ConfigureAwait(false);
    }

    private static void WriteText(CliContext context, StoreCopyReport report)
    {
        context.Terminal.Out.WriteLine(context.Say(
            $"本次写入记录 {report.Records}、审计条目 {report.AuditEntries}",
            $"written by this run: {report.Records} records, {report.AuditEntries} audit entries"));
        if (report.Comparison is not { } comparison) return;
        context.Terminal.Out.WriteLine(StoreReports.Text(context, comparison.Target) + context.Say(
            report.IsComplete ? "：与来源一致" : "：未完成", report.IsComplete ? ": same as the source" : ": not complete"));
    }

    private static AuditEntry Note(CliContext context, StoreCopyReport report)
    {
        var source = report.Comparison!.Source;
        return new(
            AuditCheckpoints.Agency,
            context.Terminal.Clock.GetCurrentInstant(),
            "newcitizen-cli",
            "store.copied",
            SubjectKind: null,
            SubjectId: null,
            Purpose: null,
            string.Create(CultureInfo.InvariantCulture, $$"""{"living":{{source.Living}},"tombstones":{{source.Tombstones}},"auditEntries":{{source.AuditEntries}},"auditRoot":"{{source.AuditRoot}}"}"""));
    }
}
