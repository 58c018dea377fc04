using Microsoft.Data.Sqlite;
using NewCitizen.Storage.Sqlite.Native;
using NewCitizen.Storage.Sqlite.Schema;
using NodaTime;
using SQLitePCL;

namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>The writing connection with everything prepared on it. Used by the writer's thread only.</summary>
internal sealed class WriterSession : IDisposable
{
    private readonly KindWriter?[] _kinds;
    private readonly SqliteStoreOptions _options;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Statement _save;
    private readonly Statement _release;
    private readonly Statement _rollbackToSave;
    private bool _grown;
    private bool _lengthened;

    private WriterSession(Database database, KindTables tables, IClock clock, SqliteStoreOptions options)
    {
        Database = database;
        Tables = tables;
        Clock = clock;
        _options = options;
        _kinds = new KindWriter?[tables.All.Count];
        Log = new(database);
        RequestKeys = new(database);
        _begin = database.PrepareOwn("BEGIN IMMEDIATE");
        _commit = database.PrepareOwn("COMMIT");
        _rollback = database.PrepareOwn("ROLLBACK");
        _save = database.PrepareOwn("SAVEPOINT batch");
        _release = database.PrepareOwn("RELEASE batch");
        _rollbackToSave = database.PrepareOwn("ROLLBACK TO batch");

        // The writer waits for others itself.
        database.Execute("PRAGMA busy_timeout = 0");
    }

    /// <summary>Opens a session; the connection is closed again if its statements cannot be prepared.</summary>
    public static WriterSession Open(StoreFile file, KindTables tables, IClock clock, SqliteStoreOptions options)
    {
        var database = file.OpenWriter(create: false);
        try
        {
            return new(database, tables, clock, options);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public Database Database { get; }

    public KindTables Tables { get; }

    public IClock Clock { get; }

    /// <summary>Change feed and audit trail.</summary>
    public LogWriter Log { get; }

    public RequestKeyTable RequestKeys { get; }

    public KindWriter For(RecordKind kind)
    {
        var table = Tables.For(kind);
        return _kinds[table.Ordinal] ??= new(Database, table);
    }

    /// <summary>Begins a transaction; false while somebody else writes.</summary>
    public bool TryBegin()
    {
        try
        {
            _begin.Run();
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == raw.SQLITE_BUSY)
        {
            return false;
        }

        if (!_grown)
        {
            _grown = true;
            JournalGrowth.Grow(_options.Path, _options.JournalBytes);
        }

        if (_lengthened)
        {
            _lengthened = false;
            Database.Execute("PRAGMA wal_autocheckpoint = 4000");
        }

        Log.Load();
        Step();
        return true;
    }

    /// <summary>Marks that the transaction has come one step further, so that a test can fail or hold it there.</summary>
    public void Step() => _options.OnStep?.Invoke();

    /// <summary>For this transaction, lets the log grow to 64 MiB before it is copied back: a load touches the same index pages in each chunk.</summary>
    public void LengthenLog()
    {
        _lengthened = true;
        Database.Execute("PRAGMA wal_autocheckpoint = 16000");
    }

    /// <summary>Commits what there is; nothing if the only batch was undone.</summary>
    public void Commit()
    {
        if (Database.InTransaction)
        {
            Step();
            _commit.Run();
            Step();
        }
    }

    public void Rollback()
    {
        // SQLite may have rolled back by itself, as it does on a full disk.
        if (Database.InTransaction)
        {
            _rollback.Run();
        }
    }

    public void Save()
    {
        _save.Run();
        Log.Save();
    }

    public void EndSave(bool keep)
    {
        if (!keep)
        {
            _rollbackToSave.Run();
            Log.Restore();
        }

        _release.Run();
    }

    public void Dispose()
    {
        foreach (var kind in _kinds)
        {
            kind?.Dispose();
        }

        Log.Dispose();
        RequestKeys.Dispose();
        foreach (var statement in new[] { _begin, _commit, _rollback, _save, _release, _rollbackToSave })
        {
            statement.Dispose();
        }

        Database.Dispose();
    }
}
