using System.Globalization;

namespace NewCitizen.Exchange.Rosters;

/// <summary>One roster to import, and where its reports go (花名册导入任务).</summary>
public sealed class RosterImport
{
    private readonly int _window = 512;
    private readonly int _progressInterval = 500;

    /// <summary>The roster. A stream that can seek, read several times, left open.</summary>
    public required Stream Source { get; init; }

    /// <summary>How to read it.</summary>
    public RosterOptions Options { get; init; } = RosterOptions.Default;

    /// <summary>Where issues are written as they come, with row, column, code and message and no personal value; null for nowhere. Left open.</summary>
    public Stream? Issues { get; init; }

    /// <summary>How <see cref="Issues"/> is written.</summary>
    public IssuesFileFormat IssuesFormat { get; init; }

    /// <summary>Where a workbook with the failing cells marked is written after the import; null for nowhere. Left open. As sensitive as the roster.</summary>
    public Stream? MarkedCopy { get; init; }

    /// <summary>Language of the messages inside <see cref="MarkedCopy"/>; null for Chinese.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>Rows being stored at once, 1 to 10,000; the store writes many of them in one transaction. Default 512.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside its bounds.</exception>
    public int Window
    {
        get => _window;
        init => _window = value is >= 1 and <= 10_000 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Rows between two reports of progress, at least 1. Default 500.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int ProgressInterval
    {
        get => _progressInterval;
        init => _progressInterval = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }
}
