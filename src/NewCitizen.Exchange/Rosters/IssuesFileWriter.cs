using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;

namespace NewCitizen.Exchange.Rosters;

/// <summary>Writes the issues file (问题文件): row, line, column, code, severity and message in Chinese and English; never a value from the roster.</summary>
public sealed class IssuesFileWriter : IAsyncDisposable
{
    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    // Readable Chinese instead of \u escapes; the file is never put into a page as it is.
    private static readonly IssueRecordJson s_json = new(new JsonSerializerOptions(IssueRecordJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly StreamWriter _writer;
    private readonly IssuesFileFormat _format;
    private bool _started;

    /// <summary>Makes a writer.</summary>
    /// <param name="destination">Left open.</param>
    /// <param name="format">CSV or NDJSON.</param>
    public IssuesFileWriter(Stream destination, IssuesFileFormat format = IssuesFileFormat.Csv)
    {
        _format = format;
        _writer = new StreamWriter(destination, new UTF8Encoding(encoderShouldEmitUTF8Identifier: format == IssuesFileFormat.Csv), bufferSize: 16 * 1024, leaveOpen: true) { NewLine = format == IssuesFileFormat.Csv ? "\r\n" : "\n" };
    }

    /// <summary>Issues written so far.</summary>
    public long Count { get; private set; }

    /// <summary>Writes one issue.</summary>
    public async Task WriteAsync(Issue issue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(issue);
        await StartAsync(cancellationToken).ConfigureAwait(false);
        var record = ToRecord(issue);
        var line = _format == IssuesFileFormat.Ndjson ? JsonSerializer.Serialize(record, s_json.IssueRecord) : Csv(record);
        await _writer.WriteLineAsync(line.AsMemory(), cancellationToken).ConfigureAwait(false);
        Count++;
    }

    /// <summary>Writes out what is buffered; an empty file still gets its heading.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken).ConfigureAwait(false);
        await _writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes out what is buffered; the destination stays open.</summary>
    public async ValueTask DisposeAsync()
    {
        await FlushAsync(CancellationToken.None).ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The record of an issue.</summary>
    public static IssueRecord ToRecord(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var place = issue.Location;
        return new IssueRecord(place.Row, place.Line, place.Column ?? place.Pointer, place.Sheet, issue.Code.Value, issue.IsError ? "error" : "warning", issue.Message(s_chinese), issue.Message(s_english), issue.Arguments.Count == 0 ? null : issue.Arguments);
    }

    private async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        if (_started) return;
        _started = true;
        if (_format == IssuesFileFormat.Csv) await _writer.WriteLineAsync("row,line,column,code,severity,message_zh,message_en".AsMemory(), cancellationToken).ConfigureAwait(false);
    }

    private static string Csv(IssueRecord record) => CsvText.Line(
        [Number(record.Row), Number(record.Line), record.Column ?? string.Empty, record.Code, record.Severity, record.Zh, record.En]);

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
