using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Storage;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verbs of <c>store</c>; here <c>store init</c> and <c>store script</c>.</summary>
internal static class StoreVerb
{
    public static Command Create(CliContext context) => new("store", context.Say("数据库", "the store"))
    {
        Init(context),
        StoreMigrateVerb.Create(context),
        Script(context),
        StoreVerifyVerb.Create(context),
        StoreBackupVerb.Create(context),
        StoreRestoreVerb.Create(context),
        StoreCopyVerb.Create(context),
    };

    /// <summary>The option by which programs follow a long run.</summary>
    public static Option<bool> Progress(CliContext context) => new("--progress") { Description = context.Say("以 JSON 行输出进度", "write progress as JSON lines") };

    private static Command Init(CliContext context)
    {
        var (store, keys, json) = (CliOptions.Store(context), CliOptions.Keys(context), CliOptions.Json(context));
        var command = new Command("init", context.Say(
            "建立数据库与密钥环，或把已有数据库升到本版本。\n示例：newcitizen store init --store sqlite:/data/station.db",
            "Make a store and its key ring, or bring a store to this version.\nExample: newcitizen store init --store sqlite:/data/station.db"))
        {
            store, keys, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var services = await CliStore.OpenAsync(context, parsed.GetRequiredValue(store), parsed.GetValue(keys), SchemaMode.Create, cancellationToken).ConfigureAwait(false);
            await using var scope = services.ConfigureAwait(false);
            var report = await services.GetRequiredService<ISchemaManager>().InspectAsync(cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(json))
            {
                JsonLine.Write(context.Terminal.Out, members =>
                {
                    members.WriteBoolean("current", report.IsCurrent);
                    members.WriteStartArray("applied");
                    foreach (var script in report.Applied) members.WriteStringValue(script);
                    members.WriteEndArray();
                });
            }
            else
            {
                await context.Terminal.Out.WriteLineAsync(context.Say($"数据库已就绪（脚本 {report.Applied.Count} 个）", $"the store is ready ({report.Applied.Count} scripts)")).ConfigureAwait(false);
            }

            return report.IsCurrent ? ExitCodes.Good : ExitCodes.Refused;
        });
        return command;
    }

    private static Command Script(CliContext context)
    {
        var (store, json) = (CliOptions.Store(context), CliOptions.Json(context));
        var command = new Command("script", context.Say(
            "输出建库脚本，供数据库管理员审阅后自行执行；不打开数据库。\n示例：newcitizen store script --store sqlite:any.db > schema.sql",
            "Write the schema scripts for an administrator to read and run; does not open the store.\nExample: newcitizen store script --store sqlite:any.db > schema.sql"))
        {
            store, json,
        };
        command.SetAction(async (parsed, _) =>
        {
            var services = CliStore.Build(context, StoreName.Parse(parsed.GetRequiredValue(store)), keys: null, SchemaMode.Validate);
            await using var scope = services.ConfigureAwait(false);
            foreach (var script in services.GetRequiredService<ISchemaManager>().Scripts)
            {
                if (parsed.GetValue(json))
                {
                    JsonLine.Write(context.Terminal.Out, members =>
                    {
                        members.WriteString("name", script.Name);
                        members.WriteString("text", script.Text);
                    });
                }
                else
                {
                    await context.Terminal.Out.WriteLineAsync($"-- {script.Name}\n{script.Text}").ConfigureAwait(false);
                }
            }

            return ExitCodes.Good;
        });
        return command;
    }
}
