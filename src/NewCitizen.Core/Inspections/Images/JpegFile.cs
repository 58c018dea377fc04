using System.Buffers.Binary;

namespace NewCitizen.Inspections.Images;

/// <summary>Keeps what a JPEG decoder needs: tables, frames, scans, JFIF and Adobe markers (colours), ICC profiles.</summary>
internal static class JpegFile
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    public static CleanPicture? Clean(ReadOnlySpan<byte> file)
    {
        var kept = new List<byte>(file.Length) { 0xFF, 0xD8 };
        int? orientation = null;
        var scans = 0;
        var at = 2;
        while (at + 1 < file.Length)
        {
            if (file[at] != 0xFF)
            {
                return null;
            }

            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                // Fill bytes.
                at++;
                continue;
            }

            if (marker == EndOfImage)
            {
                kept.AddRange([0xFF, EndOfImage]);

                // What follows, such as a second picture or a film, is not part of this one.
                return scans == 0 ? null : new(PictureFormat.Jpeg, orientation ?? 1, kept.ToArray());
            }

            var length = at + 4 > file.Length ? 0 : BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
            {
                return null;
            }

            var segment = file.Slice(at, 2 + length);
            var data = segment[4..];
            if (marker == 0xE1 && data.StartsWith("Exif\0\0"u8))
            {
                // The first counts, as it does for browsers; a later one belongs to something hung on.
                orientation ??= Exif.Orientation(data[6..]);
            }

            if (Stays(marker, data))
            {
                kept.AddRange(segment);
            }

            at += segment.Length;
            if (marker == StartOfScan)
            {
                scans++;
                var end = EndOfScan(file, at);
                kept.AddRange(file[at..end]);
                at = end;
            }
        }

        return null;
    }

    private static bool Stays(byte marker, ReadOnlySpan<byte> data) => marker switch
    {
        0xE0 => data.StartsWith("JFIF\0"u8) && data.Length == 14,
        0xE2 => data.StartsWith("ICC_PROFILE\0"u8),
        0xEE => data.StartsWith("Adobe"u8),
        >= 0xE0 and <= 0xEF => false,
        0xFE => false,
        StartOfScan or 0xC4 or 0xCC or 0xDB or 0xDC or 0xDD => true,
        >= 0xC0 and <= 0xCF => true,
        _ => false,
    };

    // The next marker that is neither a stuffed FF nor a restart.
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length)
        {
            if (file[at] == 0xFF && file[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at++;
        }

        return file.Length;
    }
}
