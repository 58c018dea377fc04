namespace NewCitizen.Inspections.Images;

/// <summary>Formats of photos that are taken in (照片格式), told by their contents, never by a file name.</summary>
public enum PictureFormat
{
    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>WebP.</summary>
    WebP,
}
