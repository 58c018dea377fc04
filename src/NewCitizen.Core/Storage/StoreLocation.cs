namespace NewCitizen.Storage;

/// <summary>Where on this machine a store keeps its files; registered by stores that do, so that the room left on the disk can be watched.</summary>
/// <param name="Path">A file or folder of the store.</param>
public sealed record StoreLocation(string Path)
{
    /// <summary>Bytes left for this process on the disk; null if the system does not say.</summary>
    public long? FreeBytes()
    {
        try
        {
            var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path));
            return folder is null ? null : new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
