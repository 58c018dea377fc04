using System.CommandLine;
using NewCitizen.Audit;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Storage.Copying;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>store verify</c>: the store against its own rules, its audit log against its signatures and, if named, another store against it.</summary>
internal static class StoreVerifyVerb
{
    public static Command Create(CliContext context)
    {
        var (store, keys, json, progress) = (CliOptions.Store(context), CliOptions.Keys(context), CliOptions.Json(context), StoreVerb.Progress(context));
        var with = new Option<string?>("--with") { Description = context.Say("另一数据库，逐条比对其是否与本库一致", "another store, to be compared with this one record by record"), HelpName = "NAME" };
        var digest = new Option<bool>("--digest") { Description = context.Say("输出内容摘要（每机构每种类一个 SHA-256），可在两台机器上比较", "write digests of the contents (a SHA-256 an agency and kind), to be compared between machines") };
        var command = new Command("verify", context.Say(
            "检查数据库完整性并核验审计日志；不修改任何内容。\n退出码 1：发现问题或两库不一致。\n示例：newcitizen store verify --store sqlite:/data/station.db",
            "Check a store and verify its audit log; changes nothing.\nExit code 1: there are problems, or the two stores differ.\nExample: newcitizen store verify --store sqlite:/data/station.db"))
        {
            store, keys, with, digest, json, progress,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            context,
            StoreName.Parse(parsed.GetRequiredValue(store)),
            parsed.GetValue(with) is { } other ? StoreName.Parse(other) : null,
            parsed.GetValue(keys),
            parsed.GetValue(digest),
            (parsed.GetValue(json), parsed.GetValue(progress)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CliContext context, StoreName name, StoreName? with, string? keys, bool digest, (bool Json, bool Progress) output, CancellationToken cancellationToken)
    {
        CliKernel.RequireFile(name, SchemaMode.Validate);
        using var ring = CliKernel.OpenKeys(context, name, keys);
        var kernel = await CliKernel.OpenAsync(context, name, SchemaMode.Validate, cancellationToken).ConfigureAwait(false);
        await using var scope = kernel.ConfigureAwait(false);
        var check = await kernel.Get<IStoreMaintenance>().CheckAsync(cancellationToken).ConfigureAwait(false);
        var audit = await new AuditVerifier(kernel.Side.Records, kernel.Side.Audit, ring.AuditPublicKeys).VerifyAsync([], cancellationToken).ConfigureAwait(false);
        var (own, comparison) = await ContentsAsync(context, kernel, with, digest, output.Progress, cancellationToken).ConfigureAwait(false);
        if (output.Json) JsonLine.Write(context.Terminal.Out, members =>
        {
            members.WriteBoolean("sound", check.Problems.Count == 0);
            members.WriteNumber("records", check.Records);
            members.WriteStartArray("problems");
            foreach (var problem in check.Problems) members.WriteStringValue(problem);
            members.WriteEndArray();
            StoreReports.Write(members, audit);
            if (comparison is not null) StoreReports.Write(members, comparison);
            else if (own is not null) StoreReports.Write(members, "digest", own);
        });
        else await WriteTextAsync(context, check, audit, own, comparison).ConfigureAwait(false);
        foreach (var problem in check.Problems) context.Complain(StorageErrors.CheckFailed, problem);
        StoreReports.Complain(context, audit);
        if (comparison is not null) StoreReports.Complain(context, comparison);
        return check.Problems.Count == 0 && audit.IsIntact && comparison is not { AreEqual: false } ? ExitCodes.Good : ExitCodes.Refused;
    }

    private static async Task<(StoreDigest? Own, StoreComparison? Comparison)> ContentsAsync(
        CliContext context, CliKernel kernel, StoreName? with, bool digest, bool lines, CancellationToken cancellationToken)
    {
        using var progress = new StoreProgress(context, lines);
        var comparer = new StoreComparer(kernel.Kinds);
        if (with is { } name)
        {
            var other = await CliKernel.OpenAsync(context, name, SchemaMode.Validate, cancellationToken).ConfigureAwait(false);
            await using var scope = other.ConfigureAwait(false);
            var comparison = await comparer.CompareAsync(kernel.Side, other.Side, progress, cancellationToken).ConfigureAwait(false);
            return (comparison.Source, comparison);
        }

        return (digest ? await comparer.DigestAsync(kernel.Side, progress, cancellationToken).ConfigureAwait(false) : null, null);
    }

    private static async Task WriteTextAsync(CliContext context, StoreCheck check, AuditVerification audit, StoreDigest? own, StoreComparison? comparison)
    {
        var output = context.Terminal.Out;
        await output.WriteLineAsync(context.Say(
            $"记录 {check.Records}：{(check.Problems.Count == 0 ? "完整" : "有损坏")}；审计条目 {audit.Entries}，已签名 {audit.SignedEntries}：{(audit.IsIntact ? "完好" : $"发现 {audit.ProblemCount} 处问题")}",
            $"{check.Records} records: {(check.Problems.Count == 0 ? "sound" : "damaged")}; {audit.Entries} audit entries, {audit.SignedEntries} signed: {(audit.IsIntact ? "intact" : $"{audit.ProblemCount} problem(s)")}")).ConfigureAwait(false);
        foreach (var kind in own?.Kinds ?? []) await output.WriteLineAsync($"{kind.Hash}  {kind.Agency}/{kind.Kind}").ConfigureAwait(false);
        if (own is not null) await output.WriteLineAsync($"{own.AuditRoot}  audit").ConfigureAwait(false);
        if (comparison is not null) await output.WriteLineAsync(context.Say(
            comparison.AreEqual ? "两库一致" : $"两库有 {comparison.DifferenceCount} 处不同", comparison.AreEqual ? "both stores hold the same" : $"{comparison.DifferenceCount} difference(s)")).ConfigureAwait(false);
    }
}
