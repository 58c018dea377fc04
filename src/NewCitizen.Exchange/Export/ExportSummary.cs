namespace NewCitizen.Exchange.Export;

/// <summary>What an export holds (导出结果).</summary>
/// <param name="Directory">Where it is.</param>
/// <param name="Residents">Lines with a resident.</param>
/// <param name="Merged">Lines that say a file was merged into another.</param>
/// <param name="Registrations">Lines with a stay.</param>
/// <param name="Refused">Records left out because the schema refuses them, with the stays of such residents; <c>issues.ndjson</c> says why.</param>
public sealed record ExportSummary(string Directory, long Residents, long Merged, long Registrations, long Refused);
