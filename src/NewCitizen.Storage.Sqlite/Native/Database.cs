using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewCitizen.Storage.Sqlite.Native;

/// <summary>
/// One connection, used by one thread at a time. Talks to SQLite directly: the ADO.NET layer above it binds text without its
/// length (a NUL would cut it short) and allocates a reader for each point read.
/// </summary>
internal sealed class Database : IDisposable
{
    private const int MaxCached = 256;
    private static readonly bool s_ready = Initialize();
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly sqlite3 _handle;

    private Database(sqlite3 handle) => _handle = handle;

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public bool IsReadOnly => raw.sqlite3_db_readonly(_handle, "main") == 1;

    public long Changes => raw.sqlite3_changes(_handle);

    /// <summary>Opens a file; a path that cannot be opened is a <see cref="SqliteException"/>.</summary>
    public static Database Open(string path, bool create, TimeSpan busyTimeout)
    {
        const int extendedResultCodes = 0x02000000;
        var flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX | extendedResultCodes | (create && s_ready ? raw.SQLITE_OPEN_CREATE : 0);
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null);
        if (code != raw.SQLITE_OK)
        {
            handle?.Dispose();
            throw new SqliteException("The file cannot be opened.", code & 0xFF, code);
        }

        raw.sqlite3_busy_timeout(handle, (int)Math.Min(busyTimeout.TotalMilliseconds, int.MaxValue));
        return new(handle);
    }

    /// <summary>Runs statements that return nothing of interest.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>The prepared statement of a text; kept for the next time.</summary>
    public Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            if (_statements.Count >= MaxCached)
            {
                DropStatements();
            }

            statement = PrepareOwn(sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    /// <summary>A prepared statement that the caller keeps and disposes.</summary>
    public Statement PrepareOwn(string sql)
    {
        const uint persistent = 1;
        Check(raw.sqlite3_prepare_v3(_handle, sql, persistent, out var handle));
        return new(this, handle);
    }

    /// <summary>The first column of the first row, 0 if there is none.</summary>
    public long Number(string sql)
    {
        var statement = Prepare(sql);
        try
        {
            return statement.Step() ? statement.Number(0) : 0;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Copies all pages into an empty database, some at once.</summary>
    /// <param name="target">Where they go.</param>
    /// <param name="pages">Pages at once.</param>
    /// <param name="done">Told pages copied and pages in all; may throw to stop.</param>
    /// <param name="pause">Called between two steps with the time the step took.</param>
    public void CopyTo(Database target, int pages, Action<long, long> done, Action<TimeSpan> pause)
    {
        using var backup = raw.sqlite3_backup_init(target._handle, "main", _handle, "main") ?? throw target.Failure(raw.sqlite3_errcode(target._handle));
        while (true)
        {
            var started = Stopwatch.GetTimestamp();
            var code = raw.sqlite3_backup_step(backup, pages);
            if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            {
                throw new SqliteException("A page cannot be copied.", code & 0xFF, code);
            }

            var total = raw.sqlite3_backup_pagecount(backup);
            done(total - raw.sqlite3_backup_remaining(backup), total);
            if (code == raw.SQLITE_DONE)
            {
                return;
            }

            pause(Stopwatch.GetElapsedTime(started));
        }
    }

    public void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure(code);
        }
    }

    public SqliteException Failure(int code) => new(raw.sqlite3_errmsg(_handle).utf8_to_string(), code & 0xFF, code);

    public void Dispose()
    {
        DropStatements();
        _handle.Dispose();
    }

    private void DropStatements()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
    }

    private static bool Initialize()
    {
        Batteries_V2.Init();
        return true;
    }
}
