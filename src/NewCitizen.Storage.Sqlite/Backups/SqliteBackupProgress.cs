namespace NewCitizen.Storage.Sqlite.Backups;

/// <summary>How far a backup or restore is.</summary>
/// <param name="BytesCopied">Bytes written so far.</param>
/// <param name="TotalBytes">Bytes there are to write.</param>
/// <param name="Checking">Whether all is written and the result is being checked.</param>
public sealed record SqliteBackupProgress(long BytesCopied, long TotalBytes, bool Checking);
