using System.Buffers.Binary;

namespace NewCitizen.Faults.Drills;

/// <summary>Finds the end of what is committed in a write-ahead log of SQLite (https://www.sqlite.org/fileformat2.html#walformat) and writes rubbish behind it.</summary>
internal static class JournalTail
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;

    /// <exception cref="InvalidOperationException">There is no log.</exception>
    public static void Tear(string path, Random random)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var header = new byte[HeaderSize];
        file.ReadExactly(header);
        var pageSize = (int)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8));
        var bigEndian = (BinaryPrimitives.ReadUInt32BigEndian(header) & 1) == 1;
        var sum = Sum(header.AsSpan(0, 24), bigEndian, (0, 0));
        if (sum != Stored(header.AsSpan(24)))
        {
            throw new InvalidOperationException("The head of the log is not sound.");
        }

        var frame = new byte[FrameHeaderSize + pageSize];
        var (at, committed) = ((long)HeaderSize, (long)HeaderSize);
        while (file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length && frame.AsSpan(8, 8).SequenceEqual(header.AsSpan(16, 8)))
        {
            sum = Sum(frame.AsSpan(FrameHeaderSize), bigEndian, Sum(frame.AsSpan(0, 8), bigEndian, sum));
            if (sum != Stored(frame.AsSpan(16)))
            {
                break;
            }

            at += frame.Length;
            committed = BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) != 0 ? at : committed;
        }

        // One to four frames that begin like real ones, each with its own fault, the last cut short by chance.
        file.Position = committed;
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            random.NextBytes(frame);
            BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)random.Next(1, 100));
            BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), random.Next(2) == 0 ? 0u : 100u);
            header.AsSpan(16, 8).CopyTo(frame.AsSpan(8));
            file.Write(frame.AsSpan(0, count == 1 ? random.Next(1, frame.Length) : frame.Length));
        }

        if (random.Next(3) == 0)
        {
            file.SetLength(file.Position);
        }

        file.Flush(flushToDisk: true);
    }

    private static (uint, uint) Stored(ReadOnlySpan<byte> bytes) => (BinaryPrimitives.ReadUInt32BigEndian(bytes), BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]));

    private static (uint, uint) Sum(ReadOnlySpan<byte> bytes, bool bigEndian, (uint, uint) sum)
    {
        var (first, second) = sum;
        for (; !bytes.IsEmpty; bytes = bytes[8..])
        {
            first += Word(bytes, bigEndian) + second;
            second += Word(bytes[4..], bigEndian) + first;
        }

        return (first, second);
    }

    private static uint Word(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
