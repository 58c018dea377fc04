namespace NewCitizen.Exchange.Tables;

/// <summary>What a table file may cost us (上限), so that no file, however made, takes the memory of the machine.</summary>
public sealed record TableLimits
{
    /// <summary>The limits used unless told otherwise.</summary>
    public static TableLimits Default { get; } = new();

    /// <summary>Characters of one line; 1,048,576 by default. A CSV record over several lines may have twice that.</summary>
    public int MaxLineLength { get; init; } = 1 << 20;

    /// <summary>Characters of one cell of a workbook; Excel itself stops at 32,767.</summary>
    public int MaxCellLength { get; init; } = 1 << 16;

    /// <summary>Columns; 16,384 as in Excel.</summary>
    public int MaxColumns { get; init; } = 16_384;

    /// <summary>Rows of a worksheet; 1,048,576 as in Excel. CSV files may have more.</summary>
    public int MaxSheetRows { get; init; } = 1_048_576;

    /// <summary>Bytes all parts of a workbook may unpack to together; 4 GiB by default.</summary>
    public long MaxUnpackedBytes { get; init; } = 4L << 30;

    /// <summary>How many times its file size a workbook may unpack to, once it is past 64 MiB. Real rosters stay below 50.</summary>
    public int MaxExpansion { get; init; } = 200;

    /// <summary>Parts inside a workbook.</summary>
    public int MaxParts { get; init; } = 4096;

    /// <summary>UTF-8 bytes of all shared texts of a workbook, which have to stay in memory; 48 MiB by default.</summary>
    public int MaxSharedTextBytes { get; init; } = 48 << 20;

    /// <summary>Number of shared texts of a workbook.</summary>
    public int MaxSharedTexts { get; init; } = 4_000_000;
}
