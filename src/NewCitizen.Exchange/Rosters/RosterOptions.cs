using NewCitizen.Exchange.Tables;

namespace NewCitizen.Exchange.Rosters;

/// <summary>How to read a roster (花名册读取选项).</summary>
public sealed record RosterOptions
{
    /// <summary>All as told by content.</summary>
    public static RosterOptions Default { get; } = new();

    /// <summary>How to read the file.</summary>
    public TableOptions Table { get; init; } = TableOptions.Default;

    /// <summary>Headings of this office.</summary>
    public RosterMapping Mapping { get; init; } = RosterMapping.None;
}
