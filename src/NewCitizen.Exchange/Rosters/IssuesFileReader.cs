using System.Runtime.CompilerServices;
using System.Text.Json;
using NewCitizen.Errors;

namespace NewCitizen.Exchange.Rosters;

/// <summary>Reads issues files for machines back, so that a marked copy of a large roster can be made without holding its issues (问题文件读取).</summary>
public static class IssuesFileReader
{
    /// <summary>Reads an NDJSON issues file in its order. Codes this version does not know are passed over.</summary>
    /// <param name="source">As written by <see cref="IssuesFileWriter"/> with <see cref="IssuesFileFormat.Ndjson"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="JsonException">The file is no such file.</exception>
    public static async IAsyncEnumerable<Issue> ReadAsync(Stream source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(source, leaveOpen: true);
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0) continue;
            var record = JsonSerializer.Deserialize(line, IssueRecordJson.Default.IssueRecord);
            if (record is null || !ErrorCatalogue.TryFind(record.Code, out var code)) continue;
            yield return new Issue(code, new IssueLocation(Line: record.Line, Row: record.Row, Column: record.Column, Sheet: record.Sheet), record.Arguments ?? []);
        }
    }
}
