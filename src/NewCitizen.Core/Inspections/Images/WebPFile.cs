using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NewCitizen.Inspections.Images;

/// <summary>Keeps picture, transparency, animation and colour profile of a WebP file; no EXIF, no XMP.</summary>
internal static class WebPFile
{
    private const int Header = 12;
    private const byte ExifAndXmp = 0x0C;

    private static readonly string[] s_kept = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    public static CleanPicture? Clean(ReadOnlySpan<byte> file)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (size < 4 || size > file.Length - 8)
        {
            return null;
        }

        var riff = file[..(8 + (int)size)];
        var kept = new List<byte>(riff.Length);
        kept.AddRange(riff[..Header]);
        var orientation = 1;
        var picture = false;
        for (var at = Header; at + 8 <= riff.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(riff[(at + 4)..]);
            if (length > riff.Length - at - 8)
            {
                return null;
            }

            var type = System.Text.Encoding.ASCII.GetString(riff.Slice(at, 4));
            var data = riff.Slice(at + 8, (int)length);
            if (type == "EXIF")
            {
                orientation = Exif.Orientation(data.StartsWith("Exif\0\0"u8) ? data[6..] : data);
            }

            picture |= type is "VP8 " or "VP8L" or "ANMF";
            if (s_kept.Contains(type, StringComparer.Ordinal))
            {
                var start = kept.Count;
                kept.AddRange(riff.Slice(at, 8 + (int)length));
                if (length % 2 == 1)
                {
                    kept.Add(0);
                }

                if (type == "VP8X" && length > 0)
                {
                    kept[start + 8] &= unchecked((byte)~ExifAndXmp);
                }
            }

            at += 8 + (int)length + (int)(length % 2);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(CollectionsMarshal.AsSpan(kept)[4..], (uint)(kept.Count - 8));
        return picture ? new(PictureFormat.WebP, orientation, kept.ToArray()) : null;
    }
}
