using System.Buffers.Binary;

namespace NewCitizen.Inspections.Images;

/// <summary>Reads the one thing of EXIF data that is about the picture: which way is up.</summary>
internal static class Exif
{
    private const int OrientationTag = 0x0112;
    private const int EntryLength = 12;

    /// <summary>The orientation in TIFF data (after <c>Exif\0\0</c>); 1 where it is not said or not readable.</summary>
    public static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || tiff is not ([0x49, 0x49, ..] or [0x4D, 0x4D, ..]))
        {
            return 1;
        }

        var little = tiff[0] == 0x49;
        var start = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - 2)
        {
            return 1;
        }

        var directory = tiff[(int)start..];
        var count = Word(directory);
        for (var entry = directory[2..]; count > 0 && entry.Length >= EntryLength; entry = entry[EntryLength..], count--)
        {
            if (Word(entry) == OrientationTag)
            {
                return Word(entry[8..]) is >= 1 and <= 8 and var orientation ? orientation : 1;
            }
        }

        return 1;

        int Word(ReadOnlySpan<byte> at) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
    }
}
