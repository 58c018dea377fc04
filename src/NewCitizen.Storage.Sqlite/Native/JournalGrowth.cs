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
            var zeros = new byte[1 << 20];
            for (var at = RandomAccess.GetLength(file); at < bytes; at += zeros.Length)
            {
                RandomAccess.Write(file, zeros, at);
            }

            RandomAccess.FlushToDisk(file);
        }
        catch (IOException)
        {
            // Only speed depends on it: if the disk is full, the commit itself will say so.
        }
        catch (UnauthorizedAccessException)
        {
        }
    }
}
