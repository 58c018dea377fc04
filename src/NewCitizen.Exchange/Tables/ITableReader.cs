namespace NewCitizen.Exchange.Tables;

/// <summary>Hands out the rows of one table file in order, with constant memory (表格读取器). Not for use by several threads at once.</summary>
public interface ITableReader : IAsyncDisposable
{
    /// <summary>What the content says the file is.</summary>
    TableFormat Format { get; }

    /// <summary>Name of the encoding of a CSV file, such as <c>utf-8</c> or <c>gb18030</c>; <see langword="null"/> for workbooks.</summary>
    string? EncodingName { get; }

    /// <summary>Name of the worksheet read; <see langword="null"/> for CSV.</summary>
    string? Sheet { get; }

    /// <summary>Bytes read so far, of <see cref="TotalBytes"/>; for workbooks of the packed sheet (estimated).</summary>
    long BytesRead { get; }

    /// <summary>Bytes there are to read.</summary>
    long TotalBytes { get; }

    /// <summary>Reads all rows that hold any cell, once. Wholly blank rows may be left out; numbers of rows count them.</summary>
    /// <exception cref="TableException">The file cannot be read any further.</exception>
    IAsyncEnumerable<TableRow> ReadAsync(CancellationToken cancellationToken);
}
