using System.Text.Json;
using NewCitizen.Audit;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Storage.Copying;

namespace NewCitizen.Cli.Verbs;

/// <summary>How the store verbs say what they found, with one wording.</summary>
internal static class StoreReports
{
    public static void Write(Utf8JsonWriter members, string name, StoreDigest digest)
    {
        members.WriteStartObject(name);
        members.WriteNumber("living", digest.Living);
        members.WriteNumber("tombstones", digest.Tombstones);
        members.WriteNumber("auditEntries", digest.AuditEntries);
        members.WriteString("auditRoot", digest.AuditRoot);
        members.WriteStartArray("kinds");
        foreach (var kind in digest.Kinds)
        {
            members.WriteStartObject();
            members.WriteString("agency", kind.Agency.Value);
            members.WriteString("kind", kind.Kind);
            members.WriteNumber("living", kind.Living);
            members.WriteNumber("tombstones", kind.Tombstones);
            members.WriteString("sha256", kind.Hash);
            members.WriteEndObject();
        }

        members.WriteEndArray();
        members.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter members, StoreComparison comparison)
    {
        members.WriteStartObject("comparison");
        members.WriteBoolean("equal", comparison.AreEqual);
        members.WriteNumber("differenceCount", comparison.DifferenceCount);
        members.WriteStartArray("differences");
        foreach (var difference in comparison.Differences) members.WriteStringValue(difference.ToString());
        members.WriteEndArray();
        members.WriteNumber("auditAhead", comparison.AuditAhead);
        Write(members, "source", comparison.Source);
        Write(members, "target", comparison.Target);
        members.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter members, AuditVerification found)
    {
        members.WriteStartObject("audit");
        members.WriteBoolean("intact", found.IsIntact);
        members.WriteNumber("entries", found.Entries);
        members.WriteNumber("signed", found.SignedEntries);
        members.WriteNumber("checkpoints", found.Checkpoints);
        members.WriteNumber("problemCount", found.ProblemCount);
        members.WriteEndObject();
    }

    public static string Text(CliContext context, StoreDigest digest) => context.Say(
        $"记录 {digest.Living}，删除标记 {digest.Tombstones}，审计条目 {digest.AuditEntries}",
        $"{digest.Living} records, {digest.Tombstones} tombstones, {digest.AuditEntries} audit entries");

    public static void Complain(CliContext context, StoreComparison comparison)
    {
        foreach (var difference in comparison.Differences) context.Complain(StorageErrors.CopyDiffers, difference.ToString());
        var unsaid = comparison.DifferenceCount - comparison.Differences.Count;
        if (unsaid > 0) context.Complain(StorageErrors.CopyDiffers, context.Say($"另有 {unsaid} 处", $"{unsaid} more"));
    }

    public static void Complain(CliContext context, AuditVerification found)
    {
        foreach (var problem in found.Problems)
        {
            context.Complain(new Issue(problem.Code, new IssueLocation(Pointer: problem.From == problem.To ? problem.From.ToString() : $"{problem.From}–{problem.To}"), problem.Arguments));
        }
    }
}
