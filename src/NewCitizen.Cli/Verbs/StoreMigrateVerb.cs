using System.CommandLine;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>store migrate</c>: brings a store that is there to this version, or says what that would take.</summary>
internal static class StoreMigrateVerb
{
    public static Command Create(CliContext context)
    {
        var (store, json) = (CliOptions.Store(context), CliOptions.Json(context));
        var check = new Option<bool>("--check") { Description = context.Say("只查看还需运行哪些脚本，不执行", "only tell which scripts are outstanding, run none") };
        var command = new Command("migrate", context.Say(
            "把已有数据库的结构升到本版本；要么全部完成，要么保持原样。不需要密钥环。\n退出码 1：使用 --check 时，尚有脚本未运行。\n示例：newcitizen store migrate --store sqlite:/data/station.db",
            "Bring the schema of an existing store to this version: all of it or, after a failure, nothing. Needs no key ring.\nExit code 1: with --check, scripts are outstanding.\nExample: newcitizen store migrate --store sqlite:/data/station.db"))
        {
            store, check, json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            context, StoreName.Parse(parsed.GetRequiredValue(store)), parsed.GetValue(check), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, StoreName name, bool checkOnly, bool json, CancellationToken cancellationToken)
    {
        CliKernel.RequireFile(name, SchemaMode.Validate);
        var kernel = CliKernel.Make(context, name);
        await using var scope = kernel.ConfigureAwait(false);
        var before = await kernel.Side.Schema.InspectAsync(cancellationToken).ConfigureAwait(false);
        if (before.Applied.Count == 0) throw new NewCitizenException(StorageErrors.NotAStore);
        if (before.Differences.Count > 0) throw new NewCitizenException(StorageErrors.SchemaDiffers, string.Join("; ", before.Differences.Take(5)));
        if (!checkOnly) await kernel.Side.Schema.PrepareAsync(SchemaMode.Create, cancellationToken).ConfigureAwait(false);
        if (json) JsonLine.Write(context.Terminal.Out, members =>
        {
            members.WriteBoolean("current", before.IsCurrent || !checkOnly);
            members.WriteStartArray(checkOnly ? "outstanding" : "ran");
            foreach (var script in before.Outstanding) members.WriteStringValue(script);
            members.WriteEndArray();
        });
        else
        {
            foreach (var script in before.Outstanding) await context.Terminal.Out.WriteLineAsync(script).ConfigureAwait(false);
            await context.Terminal.Out.WriteLineAsync((checkOnly, before.IsCurrent) switch
            {
                (_, true) => context.Say("数据库结构已是本版本", "the schema is that of this version"),
                (true, _) => context.Say($"尚有 {before.Outstanding.Count} 个脚本未运行", $"{before.Outstanding.Count} scripts are outstanding"),
                _ => context.Say($"已运行 {before.Outstanding.Count} 个脚本", $"{before.Outstanding.Count} scripts were run"),
            }).ConfigureAwait(false);
        }

        return before.IsCurrent || !checkOnly ? ExitCodes.Good : ExitCodes.Refused;
    }
}
