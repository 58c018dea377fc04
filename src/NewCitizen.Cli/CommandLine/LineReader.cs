using System.Text;

namespace NewCitizen.Cli.CommandLine;

/// <summary>
/// Lines of a UTF-8 stream with constant memory, however long a line is: of a line above the limit only its beginning is handed out, which is
/// longer than any number. LF and CRLF end a line; a byte order mark is passed over.
/// </summary>
internal sealed class LineReader(Stream input)
{
    private const int BufferSize = 64 * 1024;
    private const int MaxLine = 1024;

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly char[] _text = new char[BufferSize];
    private int _start;
    private int _end;
    private bool _ended;
    private bool _started;
    private bool _skipping;
    private bool _pendingLong;

    /// <summary>Number of the line handed out last, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Reads more; false when there is nothing left to hand out.</summary>
    public async ValueTask<bool> FillAsync(Func<Task> beforeWait, CancellationToken cancellationToken)
    {
        if (_ended) return false;
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        await beforeWait().ConfigureAwait(false);
        var count = await input.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _ended = count == 0;
        _end += count;
        if (!_started && (_end >= 3 || _ended))
        {
            _started = true;
            if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8)) _start = 3;
        }

        return true;
    }

    /// <summary>Takes the next whole line out of what was read.</summary>
    public bool TryTake(out ReadOnlySpan<char> text)
    {
        text = default;
        if (!_started) return false;
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOf((byte)'\n');
            if (_skipping)
            {
                // The rest of a line whose beginning was handed out.
                _start = length < 0 ? _end : _start + length + 1;
                _skipping = length < 0;
                if (_skipping) return false;
                continue;
            }

            if (length < 0 && rest.Length > MaxLine)
            {
                _pendingLong = true;
                length = MaxLine;
            }
            else if (length < 0 && (!_ended || rest.Length == 0))
            {
                return false;
            }

            var ended = length < 0 ? rest.Length : length;
            var line = rest[..Math.Min(ended, MaxLine)];
            _start += _pendingLong ? ended : Math.Min(ended + 1, rest.Length);
            (_skipping, _pendingLong) = (_pendingLong, false);
            if (line is [.., (byte)'\r']) line = line[..^1];
            Line++;
            text = _text.AsSpan(0, Encoding.UTF8.GetChars(line, _text));
            return true;
        }
    }
}
