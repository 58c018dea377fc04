using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Exchange.Schemas;
using NodaTime;

namespace NewCitizen.Exchange.Checking;

/// <summary>
/// Checks NDJSON of any size in constant memory (文档检查): JSON and UTF-8 strictly, the JSON Schema of the type, and the rules no schema
/// can say. Any bytes give issues, never an exception. Thread-safe.
/// </summary>
/// <remarks>For what the schema says, pointer and keyword are those ajv gives; a value is told its first failing keyword only.</remarks>
public sealed class DocumentChecker
{
    private readonly CheckNode _root;
    private readonly IClock _clock;
    private readonly CheckOptions _options;

    /// <summary>Makes a checker.</summary>
    /// <param name="type">What every line of the file should be.</param>
    /// <param name="clock">Tells today, for births inside identity numbers.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The longest line is outside 1 KiB to 64 MiB.</exception>
    public DocumentChecker(DocumentType type, IClock clock, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(clock);
        _options = options ?? new CheckOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxLineBytes, 1024, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.MaxLineBytes, 64 * 1024 * 1024, nameof(options));
        _root = new CheckNode(type.Line);
        _clock = clock;
        Type = type;
    }

    /// <summary>What every line should be.</summary>
    public DocumentType Type { get; }

    /// <summary>Checks one line without its line end.</summary>
    /// <param name="line">UTF-8.</param>
    /// <param name="number">Its number, for the issues.</param>
    /// <returns>What is wrong with it; empty if nothing is.</returns>
    public IReadOnlyList<DocumentIssue> CheckLine(ReadOnlySpan<byte> line, long number = 1)
    {
        var check = NewCheck();
        check.Check(line, number);
        return [.. check.Issues];
    }

    /// <summary>Checks a file.</summary>
    /// <param name="stream">UTF-8 text, one record a line. Read to its end, not closed.</param>
    /// <param name="report">Called for each issue in the order of the lines.</param>
    /// <param name="cancellationToken">Stops between two blocks.</param>
    /// <returns>Counts.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public async ValueTask<CheckReport> CheckAsync(Stream stream, Action<DocumentIssue> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(report);
        var run = new CheckRun(NewCheck(), _options, report);
        var buffer = new byte[256 * 1024];
        var held = 0;
        while (true)
        {
            if (held == buffer.Length && held < _options.MaxLineBytes + 1)
            {
                System.Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, _options.MaxLineBytes + 1L));
            }
            else if (held == buffer.Length)
            {
                run.Overflow();
                held = 0;
            }

            var read = await stream.ReadAsync(buffer.AsMemory(held), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            held = run.Take(buffer, held, read);
        }

        run.Finish(buffer.AsSpan(0, held));
        return run.Report;
    }

    private LineCheck NewCheck() => new(_root, _options, ShanghaiTime.Today(_clock));
}
