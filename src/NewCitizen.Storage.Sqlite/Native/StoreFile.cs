using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewCitizen.Storage.Sqlite.Native;

/// <summary>Opens connections to a store's file and tells its file from others.</summary>
internal sealed class StoreFile(SqliteStoreOptions options)
{
    /// <summary>"NCzn": marks the file as ours, see https://www.sqlite.org/pragma.html#pragma_application_id.</summary>
    public const int ApplicationId = 0x4E437A6E;

    public bool Exists => File.Exists(options.Path) && new FileInfo(options.Path).Length > 0;

    /// <summary>Opens a connection that only reads.</summary>
    /// <exception cref="StoreUnavailableException">Not there, or not a store.</exception>
    public Database OpenReader() => Open(create: false, requireStore: true, database => database.Execute("PRAGMA query_only = 1; PRAGMA cache_size = -8000;"));

    /// <summary>Opens a connection to look at a store that may still be blank.</summary>
    public Database OpenLooker() => Open(create: false, requireStore: false, database => database.Execute("PRAGMA query_only = 1;"));

    /// <summary>Opens the connection that writes.</summary>
    /// <param name="create">Whether a missing or empty file will do; it becomes a store when its schema is made.</param>
    public Database OpenWriter(bool create) => Open(create, requireStore: !create, database =>
    {
        if (database.IsReadOnly)
        {
            throw new SqliteException("The file is read-only.", SQLitePCL.raw.SQLITE_READONLY);
        }

        SwitchToWriteAheadLog(database);
        database.Execute("""
            PRAGMA synchronous = FULL;
            PRAGMA secure_delete = ON;
            PRAGMA wal_autocheckpoint = 4000;
            PRAGMA journal_size_limit = -1;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -32000;
            """);
        if (!options.SyncEachCommit)
        {
            database.Execute("PRAGMA synchronous = NORMAL;");
        }

        if (options.MaxFileBytes is { } limit)
        {
            var pages = Math.Max(1, limit / database.Number("PRAGMA page_size"));
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
        }
    });

    /// <summary>Whether the database is new: nobody's, and nothing in it. One statement, as another process may be making it a store right now.</summary>
    public static bool IsBlank(Database database) =>
        database.Number("SELECT application_id = 0 AND NOT EXISTS (SELECT 1 FROM sqlite_schema) FROM pragma_application_id") == 1;

    // SQLite does not wait for the lock this needs while another connection makes the same switch, so waiting is left to us. Whoever
    // lost finds the work done at the next try.
    private void SwitchToWriteAheadLog(Database database)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                database.Execute("PRAGMA journal_mode = WAL;");
                return;
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY && Stopwatch.GetElapsedTime(started) < options.BusyTimeout)
            {
                Thread.Sleep(5);
            }
        }
    }

    private static bool IsStore(Database database) => database.Number("PRAGMA application_id") == ApplicationId;

    private Database Open(bool create, bool requireStore, Action<Database> settings)
    {
        Database? database = null;
        try
        {
            database = Database.Open(options.Path, create, options.BusyTimeout);
            if (!IsStore(database) && (requireStore || !(IsBlank(database) || IsStore(database))))
            {
                throw new StoreUnavailableException(StorageErrors.NotAStore);
            }

            database.Execute("PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF;");
            settings(database);
            return database;
        }
        catch (SqliteException failure)
        {
            database?.Dispose();
            throw StoreFailures.ToStoreAtOpen(failure);
        }
        catch
        {
            database?.Dispose();
            throw;
        }
    }
}
