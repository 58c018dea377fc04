using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewCitizen.Exchange.Checking;

/// <summary>
/// Writes issues as NDJSON (<c>issues.ndjson</c>): <c>{"sev","rule","line","k","ptr","keyword","msg":{"zh","en"}}</c>. Holds no value of a
/// document. Not thread-safe.
/// </summary>
public sealed class IssueLineWriter : IDisposable
{
    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _stream;
    private readonly Utf8JsonWriter _writer;

    /// <summary>Writes to a stream, which is not closed.</summary>
    public IssueLineWriter(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _writer = new Utf8JsonWriter(stream, s_options);
    }

    /// <summary>Writes one issue.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="key">Key of the record (<c>k</c>), where there is no line to point to.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Write(DocumentIssue issue, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(issue);
        _writer.Reset();
        _writer.WriteStartObject();
        _writer.WriteString("sev", issue.Issue.IsError ? "error" : "warning");
        _writer.WriteString("rule", issue.Issue.Code.Value);
        if (issue.Line > 0)
        {
            _writer.WriteNumber("line", issue.Line);
        }

        if (key is not null)
        {
            _writer.WriteString("k", key);
        }

        _writer.WriteString("ptr", issue.Pointer);
        if (issue.Keyword is { } keyword)
        {
            _writer.WriteString("keyword", keyword);
        }

        _writer.WriteStartObject("msg");
        _writer.WriteString("zh", issue.Issue.Message(s_chinese));
        _writer.WriteString("en", issue.Issue.Message(CultureInfo.InvariantCulture));
        _writer.WriteEndObject();
        _writer.WriteEndObject();
        _writer.Flush();
        _stream.WriteByte((byte)'\n');
    }

    /// <summary>Releases the writer; the stream stays open.</summary>
    public void Dispose() => _writer.Dispose();
}
