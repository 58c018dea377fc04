using System.Text;

namespace NewCitizen.Exchange.Tables;

/// <summary>How to read a table file where its content does not say enough (读取选项).</summary>
public sealed record TableOptions
{
    /// <summary>All as told by content.</summary>
    public static TableOptions Default { get; } = new();

    /// <summary>Encoding of a CSV file; <see langword="null"/> finds it: a byte order mark, else UTF-8 if the text is, else GB18030 (GB 18030-2022).</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Separator of a CSV file; <see langword="null"/> finds comma, semicolon or tab.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Worksheet to read; <see langword="null"/> takes the first that is not hidden.</summary>
    public string? Sheet { get; init; }

    /// <summary>What the file may cost.</summary>
    public TableLimits Limits { get; init; } = TableLimits.Default;
}
