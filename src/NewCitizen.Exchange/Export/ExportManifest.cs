using NodaTime;

namespace NewCitizen.Exchange.Export;

/// <summary>The file <c>manifest.json</c> of an export. Batches add their own members to it later.</summary>
internal sealed record ExportManifest(string Ncx, string Kind, string From, string Purpose, OffsetDateTime ProducedAt, IReadOnlyList<ExportPart> Parts);
