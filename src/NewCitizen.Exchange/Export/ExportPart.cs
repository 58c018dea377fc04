namespace NewCitizen.Exchange.Export;

/// <summary>One file of an export.</summary>
internal sealed record ExportPart(
    string Name,
    string DocType,
    string MediaType,
    string Encoding,
    long Bytes,
    long Records,
    long Upserts,
    long Merges,
    long Deletes,
    IReadOnlyDictionary<string, string> Digests,
    ExportSchema Schema);
