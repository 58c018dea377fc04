using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using NewCitizen.Exchange.Tables;

namespace NewCitizen.Exchange.Rosters;

/// <summary>
/// Reads a resident roster (花名册) row by row with constant memory. What is wrong with the file as a whole is thrown as
/// <see cref="TableException"/>; what is wrong with the heading is in <see cref="Headings"/>; what is wrong with a row is in the row.
/// </summary>
public sealed class RosterReader : IAsyncDisposable
{
    private readonly ITableReader _table;
    private readonly IAsyncEnumerator<TableRow> _rows;
    private readonly Queue<TableRow> _ahead;
    private bool _started;

    private RosterReader(ITableReader table, IAsyncEnumerator<TableRow> rows, Queue<TableRow> ahead, RosterHeadings headings, string sha256) =>
        (_table, _rows, _ahead, Headings, Sha256) = (table, rows, ahead, headings, sha256);

    /// <summary>The heading row. If <see cref="CanRead"/> is false its issues say why.</summary>
    public RosterHeadings Headings { get; }

    /// <summary>Whether the heading is good enough to read rows.</summary>
    public bool CanRead => !Headings.Issues.Any(issue => issue.IsError);

    /// <summary>SHA-256 of the whole file in small hex digits: tells whether a file was seen before.</summary>
    public string Sha256 { get; }

    /// <summary>What the file is.</summary>
    public TableFormat Format => _table.Format;

    /// <summary>Encoding of a CSV file; <see langword="null"/> for workbooks.</summary>
    public string? EncodingName => _table.EncodingName;

    /// <summary>Name of the worksheet; <see langword="null"/> for CSV.</summary>
    public string? Sheet => _table.Sheet;

    /// <summary>Bytes read so far, for progress.</summary>
    public long BytesRead => _table.BytesRead;

    /// <summary>Bytes there are.</summary>
    public long TotalBytes => _table.TotalBytes;

    /// <summary>Opens a roster and finds its heading.</summary>
    /// <param name="source">A stream that can seek; left open. It is read twice: once for the digest.</param>
    /// <param name="options"><see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="TableException">The file cannot be read, or no row holds any known heading.</exception>
    public static async Task<RosterReader> OpenAsync(Stream source, RosterOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= RosterOptions.Default;
        var table = await TableReader.OpenAsync(source, options.Table, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerator<TableRow>? rows = null;
        try
        {
            // The digest comes before the first row: it needs the same stream.
            var position = source.Position;
            source.Position = 0;
            var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(source, cancellationToken).ConfigureAwait(false));
            source.Position = position;

            rows = table.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
            var ahead = new Queue<TableRow>();
            while (ahead.Count < RosterHeadings.MaxTitleRows && await rows.MoveNextAsync().ConfigureAwait(false))
            {
                ahead.Enqueue(rows.Current);
                if (RosterHeadings.IsComplete(rows.Current, options.Mapping)) break;
            }

            var headings = RosterHeadings.Find([.. ahead], options.Mapping, table.Sheet);
            while (ahead.Count > 0 && ahead.Peek().Row <= headings.Row) ahead.Dequeue();
            return new RosterReader(table, rows, ahead, headings, digest);
        }
        catch
        {
            if (rows is not null) await rows.DisposeAsync().ConfigureAwait(false);
            await table.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads the rows below the heading, once. Blank rows and repeated headings are left out.</summary>
    /// <exception cref="TableException">The file cannot be read any further; the rows before it are good.</exception>
    /// <exception cref="InvalidOperationException">The heading has errors, or the rows were read already.</exception>
    public async IAsyncEnumerable<RosterRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_started || !CanRead) throw new InvalidOperationException("The rows were read already, or the heading has errors.");
        _started = true;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!_ahead.TryDequeue(out var source))
            {
                if (!await _rows.MoveNextAsync().ConfigureAwait(false)) yield break;
                source = _rows.Current;
            }

            if (!Headings.IsRepeatedBy(source) && RosterRow.Read(source, Sheet, Headings) is { } row) yield return row;
        }
    }

    /// <summary>Lets go of the file; the stream stays open.</summary>
    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync().ConfigureAwait(false);
        await _table.DisposeAsync().ConfigureAwait(false);
    }
}
