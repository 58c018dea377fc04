using NewCitizen.Errors;

namespace NewCitizen.Exchange.Rosters;

/// <summary>Writes the issues of one import to the issues file and, for a marked copy, to a passing file that holds no personal value.</summary>
internal sealed class RosterReport : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly RosterImport _import;
    private readonly IssuesFileWriter? _issues;
    private readonly FileStream? _kept;
    private readonly IssuesFileWriter? _keptIssues;

    public RosterReport(RosterImport import)
    {
        _import = import;
        _issues = import.Issues is null ? null : new IssuesFileWriter(import.Issues, import.IssuesFormat);
        if (import.MarkedCopy is not null)
        {
            // A marked copy needs the issues once more, and holding them would take memory by the size of the roster.
            var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            _kept = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            _keptIssues = new IssuesFileWriter(_kept, IssuesFileFormat.Ndjson);
        }
    }

    public long Count { get; private set; }

    public async ValueTask WriteAsync(Issue issue)
    {
        // Settled rows are reported whether or not somebody has stopped the import by then.
        Count++;
        if (_issues is not null) await _issues.WriteAsync(issue, CancellationToken.None).ConfigureAwait(false);
        if (_keptIssues is not null) await _keptIssues.WriteAsync(issue, CancellationToken.None).ConfigureAwait(false);
    }

    public async ValueTask FlushAsync()
    {
        if (_issues is not null) await _issues.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Writes the marked copy. A roster that could not be read to its end gets none: half a copy would look like a whole one.</summary>
    public async ValueTask FinishAsync(RosterImportResult result, CancellationToken cancellationToken)
    {
        await FlushAsync().ConfigureAwait(false);
        if (_import.MarkedCopy is null || result.Fault is not null) return;
        await _keptIssues!.FlushAsync(cancellationToken).ConfigureAwait(false);
        _kept!.Position = 0;
        await MarkedCopyWriter
            .WriteAsync(_import.Source, _import.Options, IssuesFileReader.ReadAsync(_kept, cancellationToken), _import.MarkedCopy, _import.Culture, cancellationToken)
            .ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_issues is not null) await _issues.DisposeAsync().ConfigureAwait(false);
        if (_keptIssues is not null) await _keptIssues.DisposeAsync().ConfigureAwait(false);
        if (_kept is not null) await _kept.DisposeAsync().ConfigureAwait(false);
    }
}
