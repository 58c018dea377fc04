using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Audit;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Exchange.Export;
using NewCitizen.Storage;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>export</c>.</summary>
internal static class ExportVerb
{
    public static Command Create(CliContext context)
    {
        var (store, keys, agency, json) = (CliOptions.Store(context), CliOptions.Keys(context), CliOptions.Agency(context), CliOptions.Json(context));
        var output = new Option<string>("--out") { Description = context.Say("目标目录，须不存在或为空", "target directory; must not exist or be empty"), HelpName = "DIR", Required = true };
        var purpose = new Option<string>("--purpose") { Description = context.Say("导出目的，记入审计日志与清单；不填记为 newcitizen export", "why it is exported; goes into the audit log and the manifest; newcitizen export if not said"), HelpName = "TEXT" };
        var replace = new Option<bool>("--replace") { Description = context.Say("替换目录中先前的导出", "replace an earlier export in the directory") };
        var command = new Command("export", context.Say(
            "导出一个机构的全部新市民与居住登记（NDJSON、JSON Schema、清单）；中断时不留半成品。\n示例：newcitizen export --store sqlite:/data/station.db --out 交换 --purpose \"卫健委月度共享\"",
            "Export all residents and stays of an agency (NDJSON, JSON Schema, manifest); nothing half-written is left when it is stopped.\nExample: newcitizen export --store sqlite:/data/station.db --out outbox --purpose \"monthly sharing with the health department\""))
        {
            store, output, purpose, replace, agency, keys, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var access = CliStore.Access(parsed.GetRequiredValue(agency), Purpose(parsed.GetValue(purpose)));
            var services = await CliStore.OpenAsync(context, parsed.GetRequiredValue(store), parsed.GetValue(keys), SchemaMode.Validate, cancellationToken).ConfigureAwait(false);
            await using var scope = services.ConfigureAwait(false);
            try
            {
                var options = new ExportOptions { Replace = parsed.GetValue(replace) };
                var outcome = await services.GetRequiredService<ResidentExporter>().ExportAsync(access, parsed.GetRequiredValue(output), options, cancellationToken).ConfigureAwait(false);
                if (!outcome.Succeeded)
                {
                    foreach (var issue in outcome.Issues) context.Complain(issue);
                    return ExitCodes.Unusable;
                }

                Report(context, outcome.Value, parsed.GetValue(json));
                return outcome.Value.Refused > 0 ? ExitCodes.Refused : ExitCodes.Good;
            }
            finally
            {
                // A disclosure is signed at once, also one that was stopped half-way.
                await services.GetRequiredService<AuditSequencer>().RunAsync(flush: true, CancellationToken.None).ConfigureAwait(false);
            }
        });
        return command;
    }

    // Somebody who types the command has one; when it is not said, the audit log says at least how the data left.
    private static string Purpose(string? stated) => string.IsNullOrWhiteSpace(stated) ? "newcitizen export" : stated;

    private static void Report(CliContext context, ExportSummary summary, bool json)
    {
        if (!json)
        {
            context.Terminal.Out.WriteLine(context.Say(
                $"已导出新市民 {summary.Residents}，合并 {summary.Merged}，居住登记 {summary.Registrations}，未导出 {summary.Refused}",
                $"{summary.Residents} residents, {summary.Merged} merged, {summary.Registrations} registrations exported; {summary.Refused} left out"));
            return;
        }

        JsonLine.Write(context.Terminal.Out, members =>
        {
            members.WriteString("directory", summary.Directory);
            members.WriteNumber("residents", summary.Residents);
            members.WriteNumber("merged", summary.Merged);
            members.WriteNumber("registrations", summary.Registrations);
            members.WriteNumber("refused", summary.Refused);
        });
    }
}
