using System.Buffers.Binary;
using NewCitizen.Errors;

namespace NewCitizen.Exchange.Tables;

/// <summary>Tells what a table file is by its first bytes (格式识别); a file name proves nothing.</summary>
public static class TableFormatDetector
{
    private const int SampleSize = 64 * 1024;

    private static ReadOnlySpan<byte> OleMagic => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // Control characters no text file of an office holds; tab, line breaks, form feed, and the DOS end of file are left out.
    private static ReadOnlySpan<byte> Binary => [1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28];

    /// <summary>Reads the start of <paramref name="source"/> and tells the format; the position is then anywhere.</summary>
    /// <param name="source">A stream that can seek.</param>
    /// <param name="encodingKnown">The caller named the encoding, so NUL bytes may be right.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="TableException">Empty, an OLE document (old or encrypted workbook), or not a table at all.</exception>
    public static async Task<TableFormat> DetectAsync(Stream source, bool encodingKnown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.Position = 0;
        var sample = new byte[SampleSize];
        var count = await source.ReadAtLeastAsync(sample, SampleSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (count == 0) throw new TableException(TableErrors.EmptyFile);
        if (sample.AsSpan(0, count).StartsWith(OleMagic))
        {
            throw new TableException(await IsEncryptedAsync(source, sample, count, cancellationToken).ConfigureAwait(false) ? TableErrors.EncryptedWorkbook : TableErrors.OldWorkbook);
        }

        return Classify(sample.AsSpan(0, count), encodingKnown);
    }

    private static TableFormat Classify(ReadOnlySpan<byte> head, bool encodingKnown)
    {
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return TableFormat.Xlsx;
        if (encodingKnown || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return TableFormat.Csv;
        if (head.StartsWith("%PDF"u8) || head.StartsWith("{\\rtf"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) throw new TableException(TableErrors.NotATable);

        // A NUL in the middle of text is a damaged text file (the reader names the line); with other control characters it is no text at all.
        var control = 0;
        foreach (var value in head)
        {
            if (Binary.Contains(value)) control++;
        }

        return control * 100 > head.Length ? throw new TableException(TableErrors.NotATable) : TableFormat.Csv;
    }

    private static async Task<bool> IsEncryptedAsync(Stream source, byte[] head, int count, CancellationToken cancellationToken)
    {
        // MS-CFB: the directory, which names the streams, starts at the sector given at offset 48.
        if (count < 512) return false;
        var sector = 1L << Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(30)), (ushort)9, (ushort)12);
        var at = (BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(48)) + 1L) * sector;
        if (at >= source.Length) return false;
        source.Position = at;
        var directory = new byte[4 * sector];
        var read = await source.ReadAtLeastAsync(directory, directory.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return directory.AsSpan(0, read).IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
    }
}
