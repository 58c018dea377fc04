using System.Globalization;
using System.Text;
using NewCitizen.Errors;

namespace NewCitizen.Exchange.Tables;

/// <summary>
/// Decodes a text file and stops, with the line, at undecodable bytes, NUL characters and lines above the limit,
/// before anything above it can gather them in memory.
/// </summary>
internal sealed class GuardedTextReader(Stream source, TextEncoding encoding, int maxLineLength) : TextReader
{
    private readonly byte[] _bytes = new byte[64 * 1024];
    private readonly Decoder _decoder = encoding.Encoding.GetDecoder();
    private int _start;
    private int _end;
    private bool _ended;
    private bool _flushed;
    private long _line = 1;
    private long _lineLength;
    private bool _afterReturn;
    private TableException? _pending;

    public long BytesRead { get; private set; } = encoding.Preamble;

    public override int Read(Span<char> buffer)
    {
        while (true)
        {
            if (TryTake(buffer, out var taken)) return taken;
            Fill(source.Read(_bytes, _end, _bytes.Length - _end));
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (TryTake(buffer.Span, out var taken)) return taken;
            Fill(await source.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false));
        }
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    public override int ReadBlock(char[] buffer, int index, int count) => Read(buffer, index, count);

    public override Task<int> ReadBlockAsync(char[] buffer, int index, int count) => ReadAsync(buffer, index, count);

    public override ValueTask<int> ReadBlockAsync(Memory<char> buffer, CancellationToken cancellationToken = default) => ReadAsync(buffer, cancellationToken);

    private void Fill(int count)
    {
        BytesRead += count;
        _end += count;
        _ended = count == 0;
    }

    private bool TryTake(Span<char> buffer, out int taken)
    {
        taken = 0;
        if (_pending is not null) throw _pending;
        if (buffer.IsEmpty || _flushed) return true;
        if (_start == _end && !_ended)
        {
            _start = _end = 0;
            return false;
        }

        _decoder.Convert(_bytes.AsSpan(_start, _end - _start), buffer, flush: _ended, out var used, out var made, out var completed);
        _start += used;
        if (_start == _end) _start = _end = 0;
        _flushed = _ended && completed;
        if (made == 0) return _flushed;
        taken = Check(buffer[..made]);
        if (taken == 0 && _pending is not null) throw _pending;
        return true;
    }

    // Returns how many characters are good; what is wrong after them is thrown by the next call, so that whole records before it still come out.
    private int Check(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' or '\r')
            {
                if (c == '\r' || !_afterReturn) _line++;
                _afterReturn = c == '\r';
                _lineLength = 0;
                continue;
            }

            _afterReturn = false;
            var fault = c switch
            {
                '\0' => TableReader.Fault(TableErrors.NulCharacter, _line),
                TextEncoding.Undecodable => TableReader.Fault(TableErrors.Undecodable, _line, arguments: [encoding.Name]),
                _ when ++_lineLength > maxLineLength => TableReader.Fault(TableErrors.LineTooLong, _line, arguments: [maxLineLength.ToString(CultureInfo.InvariantCulture)]),
                _ => null,
            };
            if (fault is not null)
            {
                _pending = fault;
                return i;
            }
        }

        return text.Length;
    }
}
