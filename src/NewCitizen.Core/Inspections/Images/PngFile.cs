using System.Buffers.Binary;

namespace NewCitizen.Inspections.Images;

/// <summary>Keeps the chunks a PNG decoder needs for the pixels and their colours; no text, time or EXIF.</summary>
internal static class PngFile
{
    private const int Signature = 8;
    private const int Frame = 12;

    private static readonly string[] s_kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"];

    public static CleanPicture? Clean(ReadOnlySpan<byte> file)
    {
        var kept = new List<byte>(file.Length);
        kept.AddRange(file[..Signature]);
        var orientation = 1;
        var data = false;
        for (var at = Signature; at + Frame <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - Frame)
            {
                return null;
            }

            var chunk = file.Slice(at, (int)length + Frame);
            var type = System.Text.Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (at == Signature && type != "IHDR")
            {
                return null;
            }

            if (type == "eXIf")
            {
                orientation = Exif.Orientation(chunk[8..^4]);
            }

            data |= type == "IDAT";
            if (s_kept.Contains(type, StringComparer.Ordinal))
            {
                kept.AddRange(chunk);
            }

            if (type == "IEND")
            {
                return data ? new(PictureFormat.Png, orientation, kept.ToArray()) : null;
            }

            at += chunk.Length;
        }

        return null;
    }
}
