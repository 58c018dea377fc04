using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Audit;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verbs <c>audit verify</c>.</summary>
internal static class AuditVerb
{
    public static Command Create(CliContext context) => new("audit", context.Say("审计日志", "the audit log")) { Verify(context) };

    private static Command Verify(CliContext context)
    {
        var (store, keys, json) = (CliOptions.Store(context), CliOptions.Keys(context), CliOptions.Json(context));
        var command = new Command("verify", context.Say(
            "核验审计日志自签名以来是否被改动；发现问题时退出码为 1。\n示例：newcitizen audit verify --store sqlite:/data/station.db",
            "Tell whether the audit log was altered since it was signed; exit code 1 if it was.\nExample: newcitizen audit verify --store sqlite:/data/station.db"))
        {
            store, keys, json,
        };
        command.SetAction((parsed, cancellationToken) =>
            VerifyAsync(context, parsed.GetRequiredValue(store), parsed.GetValue(keys), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> VerifyAsync(CliContext context, string store, string? keys, bool json, CancellationToken cancellationToken)
    {
        var services = await CliStore.OpenAsync(context, store, keys, SchemaMode.Validate, cancellationToken).ConfigureAwait(false);
        await using var scope = services.ConfigureAwait(false);
        var found = await services.GetRequiredService<AuditVerifier>().VerifyAsync([], cancellationToken).ConfigureAwait(false);
        if (json) WriteJson(context, found);
        else WriteText(context, found);
        return found.IsIntact ? ExitCodes.Good : ExitCodes.Refused;
    }

    private static void WriteJson(CliContext context, AuditVerification found) => JsonLine.Write(context.Terminal.Out, members =>
    {
        members.WriteBoolean("intact", found.IsIntact);
        members.WriteNumber("entries", found.Entries);
        members.WriteNumber("signed", found.SignedEntries);
        members.WriteNumber("unsigned", found.UnsignedTail);
        members.WriteNumber("checkpoints", found.Checkpoints);
        members.WriteNumber("problemCount", found.ProblemCount);
        members.WriteStartArray("problems");
        foreach (var problem in found.Problems)
        {
            members.WriteStartObject();
            members.WriteString("code", problem.Code.Value);
            members.WriteString("from", problem.From.ToString());
            members.WriteString("to", problem.To.ToString());
            members.WriteString("message", problem.Message(context.Culture));
            members.WriteEndObject();
        }

        members.WriteEndArray();
    });

    private static void WriteText(CliContext context, AuditVerification found)
    {
        context.Terminal.Out.WriteLine(context.Say(
            $"审计条目 {found.Entries}，已签名 {found.SignedEntries}，未签名 {found.UnsignedTail}，检查点 {found.Checkpoints}：{(found.IsIntact ? "完好" : $"发现 {found.ProblemCount} 处问题")}",
            $"{found.Entries} entries, {found.SignedEntries} signed, {found.UnsignedTail} not signed yet, {found.Checkpoints} checkpoints: {(found.IsIntact ? "intact" : $"{found.ProblemCount} problem(s)")}"));
        foreach (var problem in found.Problems)
        {
            context.Complain(new Issue(problem.Code, new IssueLocation(Pointer: problem.From == problem.To ? problem.From.ToString() : $"{problem.From}–{problem.To}"), problem.Arguments));
        }
    }
}
