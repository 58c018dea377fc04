namespace NewCitizen.Exchange.Export;

/// <summary>How an export is made (导出选项).</summary>
public sealed record ExportOptions
{
    /// <summary>Whether an earlier export in the directory is replaced. A directory that holds anything else is never touched.</summary>
    public bool Replace { get; init; }

    /// <summary>Files read at once, 1 to 200; each such page leaves an audit entry.</summary>
    public int PageSize { get; init; } = 200;
}
