namespace NewCitizen.Exchange.Checking;

/// <summary>How documents are checked (检查选项).</summary>
public sealed record CheckOptions
{
    /// <summary>Longest line in bytes, 1 KiB to 64 MiB; a longer one is refused and skipped without being held in memory.</summary>
    public int MaxLineBytes { get; init; } = 1024 * 1024;

    /// <summary>Most issues told for one line; the line stays refused whatever the number.</summary>
    public int MaxIssuesPerLine { get; init; } = 100;

    /// <summary>Whether the rules beyond JSON Schema are applied: check digits, names, code tables, order of dates.</summary>
    public bool ApplyRules { get; init; } = true;
}
