using System.Diagnostics.CodeAnalysis;

namespace NewCitizen.Inspections.Images;

/// <summary>
/// Takes metadata out of photos (去除照片元数据): EXIF with place and device, XMP, IPTC, comments, thumbnails, and whatever is hung on behind the picture.
/// Works on a list of what may stay, so that what nobody thought of goes. Nothing is decoded: the pixels stay bit by bit.
/// </summary>
public static class PictureCleaner
{
    /// <summary>Cleans a picture.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="picture">The clean picture.</param>
    /// <returns>False if it is no JPEG, PNG or WebP, or is cut off or damaged in its frame.</returns>
    public static bool TryClean(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out CleanPicture? picture)
    {
        picture = bytes switch
        {
            [0xFF, 0xD8, 0xFF, ..] => JpegFile.Clean(bytes),
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngFile.Clean(bytes),
            [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => WebPFile.Clean(bytes),
            _ => null,
        };
        return picture is not null;
    }
}
