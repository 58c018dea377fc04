using Microsoft.Data.Sqlite;
using NewCitizen.Errors;
using SQLitePCL;

namespace NewCitizen.Storage.Sqlite.Native;

/// <summary>Says in the words of the catalogue what SQLite said.</summary>
internal static class StoreFailures
{
    public static StoreUnavailableException ToStore(SqliteException failure) => new(CodeOf(failure), failure);

    /// <summary>While opening: what cannot be read as a database is not one of ours.</summary>
    public static StoreUnavailableException ToStoreAtOpen(SqliteException failure) =>
        failure.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT
            ? new(StorageErrors.NotAStore, failure)
            : ToStore(failure);

    /// <summary>
    /// Whether a failed COMMIT has certainly written nothing. A full disk cuts off the frame that would make the transaction valid;
    /// after an I/O error, such as a failed sync, that frame may be in the file, and a later recovery may find it.
    /// </summary>
    public static bool IsCertainlyUndone(SqliteException failure) => failure.SqliteErrorCode != raw.SQLITE_IOERR;

    private static ErrorCode CodeOf(SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => StorageErrors.DiskFull,
        raw.SQLITE_NOTADB => StorageErrors.NotAStore,
        _ => StorageErrors.Unavailable,
    };
}
