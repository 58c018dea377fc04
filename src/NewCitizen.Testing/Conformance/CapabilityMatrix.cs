using System.Globalization;
using System.Text;

namespace NewCitizen.Testing.Conformance;

/// <summary>
/// What a store author publishes (能力矩阵): claims, promises kept by group, every scenario, and the reasons where one is not kept or not
/// tested. Holds no time and no machine, so two runs write the same.
/// </summary>
public static class CapabilityMatrix
{
    /// <summary>The matrix as Markdown, one column a store.</summary>
    /// <param name="reports">Reports of one version of the kit; one or more.</param>
    public static string ToMarkdown(params IReadOnlyList<ConformanceReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var text = new StringBuilder("## Claims\n\n");
        AppendHead(text, "Claim", reports);
        AppendRow(text, "version", reports, report => report.Version ?? "-");
        AppendRow(text, "survives a crash", reports, report => report.Capabilities.Durable ? "yes" : "no");
        AppendRow(text, "shared by processes", reports, report => report.Capabilities.SharedByProcesses ? "yes" : "no");
        AppendRow(text, "operations in a batch", reports, report => report.Capabilities.MaxBatchOperations.ToString("N0", CultureInfo.InvariantCulture));
        AppendRow(text, "bytes in a body", reports, report => report.Capabilities.MaxBodyBytes.ToString("N0", CultureInfo.InvariantCulture));
        AppendRow(text, "conforming", reports, report => report.IsConforming ? "yes" : "no");
        text.Append("\n## Promises kept, by group\n\n");
        AppendHead(text, "Group", reports);
        foreach (var group in ConformanceCatalogue.All.GroupBy(scenario => scenario.Group, StringComparer.Ordinal))
        {
            AppendRow(text, group.Key, reports, report => Sum(report.Results.Where(result => result.Scenario.Group == group.Key).ToList(), group.Count()));
        }

        AppendRow(text, "**all**", reports, report => Sum(report.Results, ConformanceCatalogue.All.Count));
        text.Append(CultureInfo.InvariantCulture, $"\n## Every promise (kit {ConformanceReport.KitVersion}, {ConformanceCatalogue.All.Count} scenarios)\n\n").Append(ConformanceReport.ToMarkdown(reports));
        AppendReasons(text, reports);
        return text.ToString();
    }

    /// <summary>The matrix as a JSON array with one report a store.</summary>
    /// <param name="reports">Reports of one version of the kit.</param>
    public static string ToJson(params IReadOnlyList<ConformanceReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return $"[\n{string.Join(",\n", reports.Select(report => report.ToJson()))}\n]\n";
    }

    private static void AppendHead(StringBuilder text, string first, IReadOnlyList<ConformanceReport> reports) => text
        .Append("| ").Append(first).Append(" |").AppendJoin(null, reports.Select(report => $" {Name(report)} |"))
        .Append("\n|---|").AppendJoin(null, reports.Select(_ => "---|")).Append('\n');

    private static void AppendRow(StringBuilder text, string first, IReadOnlyList<ConformanceReport> reports, Func<ConformanceReport, string> cell) =>
        text.Append("| ").Append(first).Append(" |").AppendJoin(null, reports.Select(report => $" {cell(report)} |")).Append('\n');

    private static void AppendReasons(StringBuilder text, IReadOnlyList<ConformanceReport> reports)
    {
        var reasons = reports
            .SelectMany(report => report.Results.Where(result => result.Outcome is ScenarioOutcome.Deviates or ScenarioOutcome.NotTested), (report, result) =>
                $"- {Name(report)}, {result.Scenario.Name}: {ConformanceReport.Word(result.Outcome)}: {result.Note}\n")
            .ToList();
        if (reasons.Count > 0)
        {
            text.Append("\n## Not kept or not tested\n\n").AppendJoin(null, reasons);
        }
    }

    private static string Name(ConformanceReport report) => report.Title ?? report.Capabilities.Name;

    private static string Sum(IReadOnlyList<ScenarioResult> results, int all)
    {
        var kept = results.Count(result => result.Outcome == ScenarioOutcome.Passed);
        var others = results.Where(result => result.Outcome != ScenarioOutcome.Passed)
            .GroupBy(result => result.Outcome).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {ConformanceReport.Word(group.Key)}"));
        return string.Join(", ", others.Prepend(string.Create(CultureInfo.InvariantCulture, $"{kept}/{all}")));
    }
}
