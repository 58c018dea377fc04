using NewCitizen.Errors;

namespace NewCitizen.Exchange.Tables;

/// <summary>Opens table files of any kind we read (打开表格文件).</summary>
public static class TableReader
{
    /// <summary>Tells the format by content and makes the reader for it.</summary>
    /// <param name="source">A stream that can seek; read from its start, left open.</param>
    /// <param name="options">Where the content does not say enough; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops the look at the content.</param>
    /// <exception cref="TableException">The file is empty, encrypted, of another kind, or unpacks to too much.</exception>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    public static async Task<ITableReader> OpenAsync(Stream source, TableOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.CanSeek) throw new ArgumentException("The stream must be able to seek.", nameof(source));
        options ??= TableOptions.Default;
        var format = await TableFormatDetector.DetectAsync(source, options.Encoding is not null, cancellationToken).ConfigureAwait(false);
        source.Position = 0;
        if (format == TableFormat.Xlsx) return XlsxTableReader.Open(source, options);

        var encoding = await TextEncodingDetector.DetectAsync(source, options.Encoding, cancellationToken).ConfigureAwait(false);
        source.Position = encoding.Preamble;
        return await CsvTableReader.OpenAsync(source, encoding, options, cancellationToken).ConfigureAwait(false);
    }

    internal static TableException Fault(ErrorCode code, long? line = null, long? row = null, int? column = null, string? sheet = null, params IReadOnlyList<string> arguments) =>
        new(code, new IssueLocation(Line: line, Row: row, Column: column is { } c ? ColumnName.Of(c) : null, Sheet: sheet), arguments);
}
