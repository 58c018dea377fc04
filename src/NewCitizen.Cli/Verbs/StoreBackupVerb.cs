using System.CommandLine;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Storage;
using NewCitizen.Storage.Sqlite;
using NewCitizen.Storage.Sqlite.Backups;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>store backup</c>: always one file that is a store, whatever the engine.</summary>
internal static class StoreBackupVerb
{
    private const string PartialSuffix = ".partial";

    public static Command Create(CliContext context)
    {
        var (store, json, progress) = (CliOptions.Store(context), CliOptions.Json(context), StoreVerb.Progress(context));
        var output = new Option<string>("--out") { Description = context.Say("备份文件，不得已存在", "the backup file; must not be there"), HelpName = "FILE", Required = true };
        var command = new Command("backup", context.Say(
            "把数据库备份为一个文件，核验后才得到正式名称；备份中不含密钥环，请另行保存。SQLite 可在使用中备份；PostgreSQL 为逻辑备份，须无人写入（在用时请用 pg_basebackup），中断后重新运行即可继续。\n退出码 1：来源在备份期间有写入，尚不完整。\n示例：newcitizen store backup --store sqlite:/data/station.db --out /backup/2026-11-22.db",
            "Back a store up into one file, which gets its name after it was checked; the key ring is not in it, keep that apart. SQLite may be in use; of PostgreSQL it is a logical backup that needs writers stopped (use pg_basebackup while it is in use), and goes on when run again.\nExit code 1: the source was written to meanwhile, the backup is not complete.\nExample: newcitizen store backup --store sqlite:/data/station.db --out /backup/2026-11-22.db"))
        {
            store, output, json, progress,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            context, StoreName.Parse(parsed.GetRequiredValue(store)), parsed.GetRequiredValue(output), (parsed.GetValue(json), parsed.GetValue(progress)), cancellationToken));
        return command;
    }

    public static void Write(CliContext context, SqliteBackupReport report, bool json, string chinese, string english)
    {
        if (json) JsonLine.Write(context.Terminal.Out, members =>
        {
            members.WriteString("path", report.Path);
            members.WriteNumber("bytes", report.Bytes);
            members.WriteNumber("records", report.Records);
            members.WriteString("lastChange", report.LastChange.ToString());
            members.WriteString("lastAudit", report.LastAudit.ToString());
        });
        else context.Terminal.Out.WriteLine(context.Say(
            $"{chinese}：{report.Path}，{report.Bytes} 字节，记录 {report.Records}，变更至 {report.LastChange}，审计至 {report.LastAudit}",
            $"{english}: {report.Path}, {report.Bytes} bytes, {report.Records} records, changes up to {report.LastChange}, audit up to {report.LastAudit}"));
    }

    private static async Task<int> RunAsync(CliContext context, StoreName name, string path, (bool Json, bool Progress) output, CancellationToken cancellationToken)
    {
        if (Path.Exists(path)) throw new NewCitizenException(StorageErrors.TargetExists, path);
        var source = await CliKernel.OpenAsync(context, name, SchemaMode.Validate, cancellationToken).ConfigureAwait(false);
        await using var sourceScope = source.ConfigureAwait(false);
        if (name.Engine != StoreEngine.Sqlite) return await CopyAsync(context, source, path, output, cancellationToken).ConfigureAwait(false);
        SqliteBackupReport report;
        using (var progress = new StoreProgress(context, output.Progress))
        {
            report = await source.Get<SqliteRecordStore>().BackupAsync(path, progress, cancellationToken).ConfigureAwait(false);
        }

        Write(context, report, output.Json, "备份完成", "backed up");
        return ExitCodes.Good;
    }

    /// <summary>A stop leaves the partial file, from which the next run goes on; the final name is given to a complete and sound one only.</summary>
    private static async Task<int> CopyAsync(CliContext context, CliKernel source, string path, (bool Json, bool Progress) output, CancellationToken cancellationToken)
    {
        var partial = path + PartialSuffix;
        var target = await CliKernel.OpenAsync(context, new StoreName(StoreEngine.Sqlite, partial), SchemaMode.Create, cancellationToken).ConfigureAwait(false);
        await using (target.ConfigureAwait(false))
        {
            var exit = await StoreCopyVerb.CopyAsync(context, source, target, prepare: false, note: false, output, cancellationToken).ConfigureAwait(false);
            if (exit != ExitCodes.Good) return exit;
            var check = await target.Get<IStoreMaintenance>().CheckAsync(cancellationToken).ConfigureAwait(false);
            if (check.Problems.Count > 0) throw new NewCitizenException(StorageErrors.CheckFailed, string.Join("; ", check.Problems.Take(5)));
        }

        using (var file = File.OpenHandle(partial, FileMode.Open, FileAccess.ReadWrite)) RandomAccess.FlushToDisk(file);
        try
        {
            File.Move(partial, path, overwrite: false);
        }
        catch (IOException e)
        {
            throw new NewCitizenException(CommandLineErrors.FileUnwritable, e, path);
        }

        return ExitCodes.Good;
    }
}
