using System.Text;
using System.Text.Unicode;

namespace NewCitizen.Exchange.Tables;

/// <summary>Finds the encoding of a CSV file (编码识别): byte order mark, else UTF-8 if the first mebibyte of Chinese says so, else GB18030.</summary>
internal static class TextEncodingDetector
{
    private const int SampleSize = 1 << 20;

    public static async Task<TextEncoding> DetectAsync(Stream source, Encoding? given, CancellationToken cancellationToken)
    {
        source.Position = 0;
        var sample = new byte[SampleSize];
        var count = await source.ReadAtLeastAsync(sample, SampleSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var (marked, preamble) = ByteOrderMark(sample.AsSpan(0, count));
        if (given is not null)
        {
            return TextEncoding.Of(given, marked is not null && marked.CodePage == given.CodePage ? preamble : 0);
        }

        if (marked is not null) return preamble == 3 ? TextEncoding.Utf8(preamble) : TextEncoding.Of(marked, preamble);

        // A sheet may start with a mebibyte of digits: only what is not ASCII can tell.
        // A mebibyte without line end is refused for its length anyway.
        while (count > 0 && Ascii.IsValid(sample.AsSpan(0, count)) && sample.AsSpan(0, count).IndexOfAny((byte)'\n', (byte)'\r') >= 0)
        {
            count = await source.ReadAtLeastAsync(sample, SampleSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }

        return LooksLikeUtf8(sample.AsSpan(0, count)) ? TextEncoding.Utf8() : TextEncoding.Gb18030();
    }

    private static (Encoding? Encoding, int Preamble) ByteOrderMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    // A UTF-8 file with a few broken bytes must be refused as such, not read as GB18030 nonsense:
    // Chinese in GB18030 makes hardly any whole UTF-8 sequence, so a clear majority decides.
    internal static bool LooksLikeUtf8(ReadOnlySpan<byte> sample)
    {
        if (Utf8.IsValid(sample)) return true;
        long good = 0, bad = 0;
        while (!sample.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(sample, out var rune, out var used);
            if (status == System.Buffers.OperationStatus.NeedMoreData) break;
            if (status != System.Buffers.OperationStatus.Done) bad++;
            else if (!rune.IsAscii) good++;
            sample = sample[used..];
        }

        return good > bad * 10;
    }
}
