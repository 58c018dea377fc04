using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewCitizen.Storage;

namespace NewCitizen.Testing.Conformance;

/// <summary>What a run of the whole kit found: as JSON for machines, as a Markdown table for people who choose a store.</summary>
/// <param name="Capabilities">What the store claims.</param>
/// <param name="Results">One result a scenario, in the order of the catalogue.</param>
public sealed record ConformanceReport(StoreCapabilities Capabilities, IReadOnlyList<ScenarioResult> Results)
{
    /// <summary>Version of the kit: results of one version can be compared.</summary>
    public static string KitVersion { get; } = typeof(ConformanceReport).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>Name of the column: what the fixture calls it, or the name the store gives itself.</summary>
    public string? Title { get; init; }

    /// <summary>Version of the store or of its engine, if the fixture tells.</summary>
    public string? Version { get; init; }

    /// <summary>Whether no scenario failed; a stated deviation is no failure.</summary>
    public bool IsConforming => Results.All(result => result.Outcome != ScenarioOutcome.Failed);

    /// <summary>Runs every scenario, one after the other.</summary>
    /// <param name="fixture">The store.</param>
    /// <param name="cancellationToken">Stops between scenarios.</param>
    public static async Task<ConformanceReport> RunAsync(IStoreFixture fixture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        StoreCapabilities capabilities;
        var store = await fixture.CreateAsync(KitKinds.All).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            capabilities = store.Records.Capabilities;
        }

        var results = new List<ScenarioResult>();
        foreach (var scenario in ConformanceCatalogue.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(await scenario.RunAsync(fixture).ConfigureAwait(false));
        }

        return new ConformanceReport(capabilities, results) { Title = fixture.Title, Version = fixture.Version };
    }

    /// <summary>The report as one JSON object.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("store", Capabilities.Name);
            writer.WriteString("title", Title ?? Capabilities.Name);
            writer.WriteString("version", Version);
            writer.WriteString("kit", KitVersion);
            writer.WriteBoolean("durable", Capabilities.Durable);
            writer.WriteBoolean("sharedByProcesses", Capabilities.SharedByProcesses);
            writer.WriteNumber("maxBatchOperations", Capabilities.MaxBatchOperations);
            writer.WriteNumber("maxBodyBytes", Capabilities.MaxBodyBytes);
            writer.WriteBoolean("conforming", IsConforming);
            writer.WriteStartArray("groups");
            foreach (var group in Results.GroupBy(result => result.Scenario.Group, StringComparer.Ordinal))
            {
                writer.WriteStartObject();
                writer.WriteString("name", group.Key);
                foreach (var outcome in Enum.GetValues<ScenarioOutcome>())
                {
                    writer.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString()), group.Count(result => result.Outcome == outcome));
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("scenarios");
            foreach (var result in Results)
            {
                writer.WriteStartObject();
                writer.WriteString("group", result.Scenario.Group);
                writer.WriteString("name", result.Scenario.Name);
                writer.WriteString("promise", result.Scenario.Description);
                writer.WriteString("outcome", Word(result.Outcome));
                writer.WriteString("note", result.Note);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A table with one row a scenario and one column a store.</summary>
    /// <param name="reports">Reports of the same version of the kit.</param>
    public static string ToMarkdown(params IReadOnlyList<ConformanceReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var text = new StringBuilder("| Group | Scenario | Promise |");
        text.AppendJoin(null, reports.Select(report => $" {report.Title ?? report.Capabilities.Name} |")).Append('\n');
        text.Append("|---|---|---|").AppendJoin(null, reports.Select(_ => "---|")).Append('\n');
        foreach (var scenario in ConformanceCatalogue.All)
        {
            text.Append("| ").Append(scenario.Group).Append(" | ").Append(scenario.Name).Append(" | ").Append(scenario.Description).Append(" |");
            foreach (var report in reports)
            {
                var result = report.Results.FirstOrDefault(result => result.Scenario == scenario);
                text.Append(' ').Append(result is null ? "not run" : Word(result.Outcome)).Append(result?.Outcome == ScenarioOutcome.Deviates ? $": {result.Note}" : null).Append(" |");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    internal static string Word(ScenarioOutcome outcome) => outcome switch
    {
        ScenarioOutcome.Passed => "passed",
        ScenarioOutcome.Failed => "failed",
        ScenarioOutcome.Deviates => "deviates",
        ScenarioOutcome.NotTested => "not tested",
        _ => "not claimed",
    };
}
