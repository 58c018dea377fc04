using System.Buffers.Binary;
using System.Text;
using CsCheck;
using NewCitizen.Inspections.Images;

namespace NewCitizen.Core.Tests.Inspections;

public sealed class PictureCleanerTests
{
    private const string Secret = "GPS-39.02N-117.65E";
    private static readonly byte[] s_scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56];

    [Fact]
    public void TryClean_JpegWithExifXmpCommentAndTrailer_KeepsPixelsOnly()
    {
        byte[] tables = [.. Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"), .. Segment(0xDB, "q")];
        byte[] icc = Segment(0xE2, "ICC_PROFILE\0\u0001\u0001p");
        byte[] adobe = Segment(0xEE, "Adobe\0d");
        byte[] file =
        [
            0xFF, 0xD8, .. tables, .. Exif(6), .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + Secret), .. icc, .. Segment(0xE2, "MPF\0" + Secret), .. Segment(0xED, "Photoshop" + Secret),
            .. adobe, .. Segment(0xFE, Secret), .. Segment(0xC0, "frame"), .. s_scan, .. Segment(0xE1, "Exif\0\0" + Secret), 0xFF, 0xD9, .. Encoding.ASCII.GetBytes(Secret),
        ];

        Assert.True(PictureCleaner.TryClean(file, out var clean));
        Assert.Equal((PictureFormat.Jpeg, 6, "image/jpeg"), (clean!.Format, clean.Orientation, clean.MediaType));
        Assert.Equal([0xFF, 0xD8, .. tables, .. icc, .. adobe, .. Segment(0xC0, "frame"), .. s_scan, 0xFF, 0xD9], clean.Bytes.ToArray());
        Assert.True(PictureCleaner.TryClean(clean.Bytes.Span, out var again));
        Assert.Equal(clean.Bytes.ToArray(), again!.Bytes.ToArray());
    }

    [Fact]
    public void TryClean_Png_KeepsPixelsOnly()
    {
        byte[] signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        byte[] file =
        [
            .. signature, .. Chunk("IHDR", "h"), .. Chunk("tEXt", Secret), .. Chunk("iTXt", Secret), .. Chunk("zTXt", Secret), .. Chunk("eXIf", Latin(Tiff(8))), .. Chunk("tIME", Secret), .. Chunk("prVt", Secret),
            .. Chunk("PLTE", "p"), .. Chunk("IDAT", "data"), .. Chunk("IEND", ""), .. Encoding.ASCII.GetBytes(Secret),
        ];

        Assert.True(PictureCleaner.TryClean(file, out var clean));
        Assert.Equal((PictureFormat.Png, 8), (clean!.Format, clean.Orientation));
        Assert.Equal([.. signature, .. Chunk("IHDR", "h"), .. Chunk("PLTE", "p"), .. Chunk("IDAT", "data"), .. Chunk("IEND", "")], clean.Bytes.ToArray());
    }

    [Fact]
    public void TryClean_WebP_KeepsPixelsOnlyAndSaysSoInItsHeader()
    {
        var file = WebP([.. Riff("VP8X", "\u002F\0\0\0"), .. Riff("VP8 ", "pixel"), .. Riff("EXIF", Latin(Tiff(3))), .. Riff("XMP ", Secret), .. Riff("ABCD", Secret)]);

        Assert.True(PictureCleaner.TryClean(file, out var clean));
        Assert.Equal((PictureFormat.WebP, 3), (clean!.Format, clean.Orientation));
        Assert.Equal(WebP([.. Riff("VP8X", "\u0023\0\0\0"), .. Riff("VP8 ", "pixel")]), clean.Bytes.ToArray());
    }

    [Theory]
    [InlineData("GIF89a…")]
    [InlineData("<svg/>")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    public void TryClean_NoPicture_IsRefused(string text) => Assert.False(PictureCleaner.TryClean(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void TryClean_CutOffOrNoise_IsRefusedAndNeverFails()
    {
        byte[] jpeg = [0xFF, 0xD8, .. Exif(6), .. Segment(0xC0, "frame"), .. s_scan, 0xFF, 0xD9];
        for (var length = 0; length < jpeg.Length; length++)
        {
            Assert.False(PictureCleaner.TryClean(jpeg.AsSpan(0, length), out _));
        }

        byte[][] starts = [[0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [.. "RIFF"u8, 40, 0, 0, 0, .. "WEBP"u8]];
        Gen.Select(Gen.Int[0, 2], Gen.Byte.Array[0, 80]).Sample(noise => { _ = PictureCleaner.TryClean([.. starts[noise.Item1], .. noise.Item2], out _); });
    }

    [Fact]
    public void TryClean_AnythingInMetadataSegments_NeverComesThrough() => Gen.Select(Gen.Int[0xE0, 0xEF], Gen.Char['a', 'z'].Array[0, 30]).Sample(drawn =>
    {
        var text = new string(drawn.Item2) + Secret;
        byte[] file = [0xFF, 0xD8, .. Segment((byte)drawn.Item1, text), .. Segment(0xFE, text), .. s_scan, 0xFF, 0xD9];
        Assert.True(PictureCleaner.TryClean(file, out var clean));
        Assert.DoesNotContain(Secret, Latin(clean!.Bytes.ToArray()), StringComparison.Ordinal);
    });

    private static byte[] Exif(byte orientation) => Segment(0xE1, "Exif\0\0" + Latin(Tiff(orientation)) + Secret);

    // One directory with one entry: Orientation, SHORT, 1 value.
    private static byte[] Tiff(byte orientation) => [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];

    private static byte[] Segment(byte marker, string data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. Encoding.Latin1.GetBytes(data)];

    private static byte[] Chunk(string type, string data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. Encoding.Latin1.GetBytes(data), 1, 2, 3, 4];
    }

    private static byte[] Riff(string type, string data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        return [.. Encoding.ASCII.GetBytes(type), .. length, .. Encoding.Latin1.GetBytes(data), .. data.Length % 2 == 1 ? new byte[1] : []];
    }

    private static byte[] WebP(byte[] chunks)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, chunks.Length + 4);
        return [.. "RIFF"u8, .. length, .. "WEBP"u8, .. chunks];
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
