using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewCitizen.Exchange.Checking;

namespace NewCitizen.Exchange.Export;

/// <summary>Writes an NDJSON file and its digest as it goes, leaving out lines the schema refuses; holds at most one block of lines.</summary>
internal sealed class LineWriter : IAsyncDisposable
{
    private const int FlushAt = 256 * 1024;
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt + (64 * 1024));
    private readonly ArrayBufferWriter<byte> _line = new(4096);
    private readonly LineCheck _check;
    private readonly IssueLineWriter _issues;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Utf8JsonWriter _json;
    private readonly FileStream _file;

    public LineWriter(string path, LineCheck check, IssueLineWriter issues)
    {
        _check = check;
        _issues = issues;
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        _json = new Utf8JsonWriter(_line, s_options);
    }

    public long Lines { get; private set; }

    public long Bytes { get; private set; }

    public long Refused { get; private set; }

    /// <summary>Writes a line if it fits the schema; else tells why not. Old stores hold what today's rules would refuse, and a partner must not meet it.</summary>
    /// <returns>Whether it was written.</returns>
    public async ValueTask<bool> WriteAsync<T>(string key, T line, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        _line.ResetWrittenCount();
        _json.Reset();
        JsonSerializer.Serialize(_json, line, type);
        _json.Flush();
        if (!_check.Check(_line.WrittenSpan, number: 0))
        {
            Refused++;
            foreach (var issue in _check.Issues)
            {
                _issues.Write(issue, key);
            }

            return false;
        }

        _buffer.Write(_line.WrittenSpan);
        _buffer.Write("\n"u8);
        Lines++;
        if (_buffer.WrittenCount >= FlushAt)
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Puts everything on the disk and returns the SHA-256 as hexadecimal digits.</summary>
    public async ValueTask<string> CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        _file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public async ValueTask DisposeAsync()
    {
        await _json.DisposeAsync().ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
        _hash.Dispose();
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        _hash.AppendData(_buffer.WrittenSpan);
        await _file.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        Bytes += _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
    }
}
