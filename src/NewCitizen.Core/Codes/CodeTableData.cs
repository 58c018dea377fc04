namespace NewCitizen.Codes;

/// <summary>The JSON form of a table: one file under <c>Codes/Data</c>.</summary>
internal sealed record CodeTableData
{
    public required string Id { get; init; }

    public required string Standard { get; init; }

    public required string Edition { get; init; }

    public required string Name { get; init; }

    public required string EnglishName { get; init; }

    public string? ValidFrom { get; init; }

    public required string Certainty { get; init; }

    public bool LeadingZeroOptional { get; init; }

    public string? Note { get; init; }

    public required IReadOnlyList<CodeEntryData> Entries { get; init; }
}
