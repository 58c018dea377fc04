namespace NewCitizen.Inspections.Images;

/// <summary>A picture without anything about the person, place or device that took it (已去除元数据的照片).</summary>
/// <param name="Format">Its format.</param>
/// <param name="Orientation">How to turn it, 1 to 8 as in EXIF; read before the EXIF data went, 1 where nothing was said.</param>
/// <param name="Bytes">The picture. The pixels are as they were, bit by bit.</param>
public sealed record CleanPicture(PictureFormat Format, int Orientation, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Media type, such as <c>image/jpeg</c>.</summary>
    public string MediaType => Format switch
    {
        PictureFormat.Png => "image/png",
        PictureFormat.WebP => "image/webp",
        _ => "image/jpeg",
    };

    /// <summary>Format and size.</summary>
    public override string ToString() => $"{Format} {Bytes.Length}";
}
