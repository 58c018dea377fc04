namespace NewCitizen.Codes;

/// <summary>The JSON form of a row.</summary>
internal sealed record CodeEntryData
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string EnglishName { get; init; }

    public IReadOnlyList<string>? Aliases { get; init; }

    public IReadOnlyList<string>? CodeAliases { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    public string? ReplacedBy { get; init; }

    public string? Covers { get; init; }

    public string? Certainty { get; init; }
}
