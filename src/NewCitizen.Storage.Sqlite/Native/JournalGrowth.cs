using Microsoft.Win32.SafeHandles;

namespace NewCitizen.Storage.Sqlite.Native;

/// <summary>
/// Grows the write-ahead log before it is needed. A commit that lengthens the file makes the file system sync its own journal as well,
/// which costs many times the sync of data alone; a log that is long already is overwritten from its start after each checkpoint.
/// </summary>
internal static class JournalGrowth
{
    /// <summary>Call inside a write transaction: then nobody else appends to the log.</summary>
    public static void Grow(string databasePath, long bytes)
    {
        var path = databasePath + "-wal";
        if (bytes == 0 || !File.Exists(path))
        {
            return;
        }

        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            Grow(file, bytes);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Only speed depends on it: if the disk is full, the commit itself will say so.
        }
    }

    private static void Grow(SafeFileHandle file, long bytes)
    {
        var length = RandomAccess.GetLength(file);
        try
        {
            var zeros = new byte[1 << 20];
            for (var at = length; at < bytes; at += zeros.Length)
            {
                RandomAccess.Write(file, zeros, at);
            }

            RandomAccess.FlushToDisk(file);
        }
        catch (IOException)
        {
            // On a disk that is nearly full the room is better left to the records.
            RandomAccess.SetLength(file, length);
            throw;
        }
    }
}
