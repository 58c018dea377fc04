using System.Globalization;
using System.Runtime.CompilerServices;
using NewCitizen.Errors;
using Sylvan.Data.Csv;

namespace NewCitizen.Exchange.Tables;

/// <summary>Rows of a CSV file (RFC 4180; CRLF, LF or CR; comma, semicolon or tab).</summary>
internal sealed class CsvTableReader : ITableReader
{
    private const int DelimiterSample = 16 * 1024;

    private readonly GuardedTextReader _text;
    private readonly TextEncoding _encoding;
    private readonly char _delimiter;
    private readonly TableLimits _limits;
    private bool _started;

    private CsvTableReader(GuardedTextReader text, TextEncoding encoding, char delimiter, TableLimits limits, long total)
    {
        (_text, _encoding, _delimiter, _limits, TotalBytes) = (text, encoding, delimiter, limits, total);
    }

    // Above the line limit, so that one long line is reported as such.
    private int MaxRecord => (int)Math.Min(2L * _limits.MaxLineLength, Array.MaxLength);

    public TableFormat Format => TableFormat.Csv;

    public string? EncodingName => _encoding.Name;

    public string? Sheet => null;

    public long BytesRead => _text.BytesRead;

    public long TotalBytes { get; }

    public static async Task<CsvTableReader> OpenAsync(Stream source, TextEncoding encoding, TableOptions options, CancellationToken cancellationToken)
    {
        var delimiter = options.Delimiter;
        if (delimiter is null)
        {
            var sample = new char[DelimiterSample];
            // Faults are for the reading proper to report, after the good rows before them.
            using var peek = new StreamReader(source, encoding.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: -1, leaveOpen: true);
            var count = await peek.ReadBlockAsync(sample, cancellationToken).ConfigureAwait(false);
            delimiter = DelimiterDetector.Detect(sample.AsSpan(0, count));
        }

        source.Position = encoding.Preamble;
        return new CsvTableReader(new GuardedTextReader(source, encoding, options.Limits.MaxLineLength), encoding, delimiter.Value, options.Limits, source.Length);
    }

    public async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_started) throw new InvalidOperationException("The rows were read already; open the file again.");
        _started = true;
        long row = 0, line = 1;
        CsvDataReader? csv = null;
        try
        {
            while (true)
            {
                bool more;
                try
                {
                    csv ??= await CsvDataReader.CreateAsync(_text, Options(), cancellationToken).ConfigureAwait(false);
                    more = await csv.ReadAsync(cancellationToken).ConfigureAwait(false);
                }
                catch (CsvRecordTooLargeException e)
                {
                    throw new TableException(TableErrors.RecordTooLong, e, new IssueLocation(Line: line, Row: row + 1), MaxRecord.ToString(CultureInfo.InvariantCulture));
                }
                catch (CsvFormatException e)
                {
                    // Sylvan's text may quote the field, so it is not kept as the inner exception.
                    var atEnd = e.Message.Contains("end of the input", StringComparison.Ordinal);
                    throw TableReader.Fault(atEnd ? TableErrors.UnclosedQuote : TableErrors.MisplacedQuote, line, row + 1);
                }

                if (!more) yield break;
                row++;
                var cells = Cells(csv, row, line, out var breaks);
                if (cells.Count > 0) yield return new TableRow(row, line, cells);
                line += 1 + breaks;
            }
        }
        finally
        {
            if (csv is not null) await csv.DisposeAsync().ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync()
    {
        _text.Dispose();
        return ValueTask.CompletedTask;
    }

    private CsvDataReaderOptions Options() => new()
    {
        HasHeaders = false,
        Delimiter = _delimiter,
        Comment = '\0', // "#" starts no comment in a roster; NUL never gets here.
        BufferSize = Math.Min(64 * 1024, _limits.MaxLineLength),
        MaxBufferSize = MaxRecord,
        OwnsReader = false,
    };

    private List<TableCell> Cells(CsvDataReader csv, long row, long line, out int breaks)
    {
        var count = csv.RowFieldCount;
        if (count > _limits.MaxColumns) throw TableReader.Fault(TableErrors.TooManyColumns, line, row, arguments: [_limits.MaxColumns.ToString(CultureInfo.InvariantCulture)]);
        var cells = new List<TableCell>(count);
        breaks = 0;
        for (var i = 0; i < count; i++)
        {
            var text = csv.GetString(i);
            if (text.Length == 0) continue;
            breaks += LineBreaks(text);
            cells.Add(new TableCell(i, CellKind.Text, text));
        }

        return cells;
    }

    private static int LineBreaks(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOfAny('\r', '\n'); at >= 0; at = text.IndexOfAny('\r', '\n'))
        {
            count++;
            text = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? text[(at + 2)..] : text[(at + 1)..];
        }

        return count;
    }
}
