using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewCitizen.Storage;

namespace CustomStore;

/// <summary>The file: lines of <c>checksum JSON</c>, appended and forced to the disk before anybody is told.</summary>
internal sealed class LogFile : IDisposable
{
    private const int ChecksumLength = 16;
    private const int DiskFull = 0x70;
    private const int NoSpace = 28;

    private readonly FileStream _file;
    private long _length;

    /// <summary>Opens the file for this process alone.</summary>
    public LogFile(string path)
    {
        try
        {
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception inner) when (inner is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(StorageErrors.Unavailable, inner);
        }
    }

    /// <summary>Called between the steps of <see cref="Append"/>, so that a test can fail or hold it there.</summary>
    public Action? OnStep { get; set; }

    /// <summary>Reads all lines. A last line that was cut off by a crash was never acknowledged and is dropped; damage further up is refused.</summary>
    public IEnumerable<LogLine> ReadAll()
    {
        _file.Position = 0;
        _length = 0;
        using var reader = new BinaryReader(_file, Encoding.UTF8, leaveOpen: true);
        var bytes = reader.ReadBytes(checked((int)_file.Length));
        while (Array.IndexOf(bytes, (byte)'\n', (int)_length) is >= 0 and var end)
        {
            if (Parse(bytes.AsSpan((int)_length, end - (int)_length)) is not { } line)
            {
                if (end + 1 < bytes.Length || _length == 0)
                {
                    throw new StoreUnavailableException(StorageErrors.NotAStore);
                }

                break;
            }

            _length = end + 1;
            yield return line;
        }

        // The first line may be cut off too; anything else that is no line belongs to somebody else.
        if (_length == 0 && bytes.Take(ChecksumLength).Any(b => !char.IsAsciiHexDigitUpper((char)b)))
        {
            throw new StoreUnavailableException(StorageErrors.NotAStore);
        }

        _file.SetLength(_length);
        _file.Position = _length;
    }

    /// <summary>Appends a line; when it returns, the line is on the disk. When it throws, the line is not in the file.</summary>
    public void Append(LogLine line)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(line, LogJson.Default.LogLine);
        byte[] bytes = [.. Encoding.ASCII.GetBytes(Checksum(json)), (byte)' ', .. json, (byte)'\n'];
        try
        {
            OnStep?.Invoke();
            _file.Write(bytes.AsSpan(..(bytes.Length / 2)));
            OnStep?.Invoke();
            _file.Write(bytes.AsSpan((bytes.Length / 2)..));
            OnStep?.Invoke();
            _file.Flush(flushToDisk: true);
            OnStep?.Invoke();
            _length += bytes.Length;
        }
        catch (IOException inner)
        {
            _file.SetLength(_length);
            _file.Position = _length;
            var code = (inner.HResult & 0xFFFF) is DiskFull or NoSpace ? StorageErrors.DiskFull : StorageErrors.Unavailable;
            throw new StoreUnavailableException(code, inner);
        }
    }

    public void Dispose() => _file.Dispose();

    private static LogLine? Parse(ReadOnlySpan<byte> line)
    {
        var json = line.Length > ChecksumLength ? line[(ChecksumLength + 1)..] : default;
        return Encoding.ASCII.GetString(line[..Math.Min(ChecksumLength, line.Length)]) == Checksum(json)
            ? JsonSerializer.Deserialize(json, LogJson.Default.LogLine)
            : null;
    }

    private static string Checksum(ReadOnlySpan<byte> json) => Convert.ToHexString(SHA256.HashData(json))[..ChecksumLength];
}
