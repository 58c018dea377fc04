using NewCitizen.Errors;

namespace NewCitizen.Exchange.Tables;

/// <summary>
/// One part of a workbook while it unpacks. Counts bytes against the budget, and refuses a run without markup
/// that is longer than any cell, because an XML reader keeps a whole attribute in memory.
/// </summary>
internal sealed class GuardedPartStream(Stream part, UnpackBudget budget) : Stream
{
    private const int MaxRun = 4 << 20;

    private long _run;

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = part.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw new TableException(TableErrors.DamagedWorkbook, e, default);
        }

        BytesRead += count;
        budget.Take(count);
        var last = buffer[..count].LastIndexOf((byte)'<');
        _run = last < 0 ? _run + count : count - last;
        return _run > MaxRun ? throw new TableException(TableErrors.Overexpands) : count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) part.Dispose();
        base.Dispose(disposing);
    }
}
