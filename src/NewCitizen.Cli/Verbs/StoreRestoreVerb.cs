using System.CommandLine;
using NewCitizen.Audit;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Relays;
using NewCitizen.Storage;
using NewCitizen.Storage.Sqlite;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>store restore FILE</c>: into a new place, checked and its audit trail verified.</summary>
internal static class StoreRestoreVerb
{
    public static Command Create(CliContext context)
    {
        var file = new Argument<string>("FILE") { Description = context.Say("备份文件", "the backup file") };
        var (store, keys, json, progress) = (CliOptions.Store(context), CliOptions.Keys(context), CliOptions.Json(context), StoreVerb.Progress(context));
        var command = new Command("restore", context.Say(
            "把备份恢复到新的数据库，检查完整性并核验审计日志；绝不覆盖已有数据库。须先备好原密钥环（--keys 或“数据库路径.keys.json”）。\n退出码 1：已恢复，但审计日志有问题。\n示例：newcitizen store restore /backup/2026-11-22.db --store sqlite:/data/drill.db --keys /safe/station.keys.json",
            "Restore a backup into a new store, check it and verify its audit log; an existing store is never overwritten. Have the original key ring at hand (--keys, or the store's path with .keys.json).\nExit code 1: restored, but the audit log has problems.\nExample: newcitizen store restore /backup/2026-11-22.db --store sqlite:/data/drill.db --keys /safe/station.keys.json"))
        {
            file, store, keys, json, progress,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            context,
            parsed.GetRequiredValue(file),
            StoreName.Parse(parsed.GetRequiredValue(store)),
            parsed.GetValue(keys),
            (parsed.GetValue(json), parsed.GetValue(progress)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CliContext context, string file, StoreName name, string? keys, (bool Json, bool Progress) output, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) throw new NewCitizenException(CommandLineErrors.FileMissing, file);

        // Keys first: a store that nobody can read is no restored store.
        using var ring = CliKernel.OpenKeys(context, name, keys);
        var kernel = CliKernel.Make(context, name);
        await using var scope = kernel.ConfigureAwait(false);
        var exit = name.Path is { } path
            ? await RestoreAsync(context, kernel, file, path, output, cancellationToken).ConfigureAwait(false)
            : await CopyAsync(context, kernel, file, output, cancellationToken).ConfigureAwait(false);
        if (exit != ExitCodes.Good) return exit;

        // The restored store will give positions out again for other changes: receivers of its relays must not take those for ones they have.
        await FeedIdentity.RenewAsync(kernel.Side.Records, new TimeOrderedIdGenerator(context.Terminal.Clock), context.Terminal.Clock, cancellationToken).ConfigureAwait(false);
        var found = await new AuditVerifier(kernel.Side.Records, kernel.Side.Audit, ring.AuditPublicKeys).VerifyAsync([], cancellationToken).ConfigureAwait(false);
        if (output.Json) JsonLine.Write(context.Terminal.Out, members => StoreReports.Write(members, found));
        else await context.Terminal.Out.WriteLineAsync(context.Say(
            $"审计条目 {found.Entries}，已签名 {found.SignedEntries}：{(found.IsIntact ? "完好" : $"发现 {found.ProblemCount} 处问题")}",
            $"{found.Entries} audit entries, {found.SignedEntries} signed: {(found.IsIntact ? "intact" : $"{found.ProblemCount} problem(s)")}")).ConfigureAwait(false);
        StoreReports.Complain(context, found);
        return found.IsIntact ? ExitCodes.Good : ExitCodes.Refused;
    }

    private static async Task<int> RestoreAsync(CliContext context, CliKernel target, string file, string path, (bool Json, bool Progress) output, CancellationToken cancellationToken)
    {
        using (var progress = new StoreProgress(context, output.Progress))
        {
            var report = await SqliteRecordStore.RestoreAsync(file, path, target.Kinds, progress, cancellationToken).ConfigureAwait(false);
            StoreBackupVerb.Write(context, report, output.Json, "已恢复", "restored");
        }

        return ExitCodes.Good;
    }

    private static async Task<int> CopyAsync(CliContext context, CliKernel target, string file, (bool Json, bool Progress) output, CancellationToken cancellationToken)
    {
        var source = await CliKernel.OpenAsync(context, new StoreName(StoreEngine.Sqlite, file), SchemaMode.Validate, cancellationToken).ConfigureAwait(false);
        await using var scope = source.ConfigureAwait(false);
        await target.Side.Schema.PrepareAsync(SchemaMode.Create, cancellationToken).ConfigureAwait(false);
        return await StoreCopyVerb.CopyAsync(context, source, target, prepare: false, note: false, output, cancellationToken).ConfigureAwait(false);
    }
}
