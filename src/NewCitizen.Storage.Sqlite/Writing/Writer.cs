using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NewCitizen.Storage.Sqlite.Native;
using NewCitizen.Storage.Sqlite.Schema;
using NodaTime;
using SQLitePCL;

namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>
/// The one thread of this process that writes. It takes what is waiting, puts it into one transaction with a savepoint a batch, and syncs
/// once for all of them (group commit).
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    // So many at once are an import, whose pages are written back less often if the log may grow.
    private const int Backlog = 256;

    private readonly SqliteStoreOptions _options;
    private readonly StoreFile _file;
    private readonly KindTables _tables;
    private readonly IClock _clock;
    private readonly WriterQueue _queue;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _starting = new();
    private Thread? _thread;
    private WriterSession? _session;

    public Writer(SqliteStoreOptions options, StoreFile file, KindTables tables, IClock clock)
    {
        _options = options;
        _file = file;
        _tables = tables;
        _clock = clock;
        _queue = new(options);
    }

    public Task<T> RunAsync<T>(WriteJob<T> job, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        if (Volatile.Read(ref _thread) is null)
        {
            Start();
        }

        job.CancelWith(cancellationToken);
        _queue.Add(job);
        return job.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        if (Volatile.Read(ref _thread) is not null)
        {
            await _ended.Task.ConfigureAwait(false);
        }
    }

    private void Start()
    {
        lock (_starting)
        {
            if (_thread is null)
            {
                var thread = new Thread(Loop) { IsBackground = true, Name = "NewCitizen SQLite writer" };
                thread.Start();
                Volatile.Write(ref _thread, thread);
            }
        }
    }

    private void Loop()
    {
        var group = new List<WriteJob>(_options.GroupBatches);
        while (_queue.Take(group))
        {
            if (group.Count > 0)
            {
                Execute(group);
                group.Clear();
            }
        }

        _session?.Dispose();
        _ended.TrySetResult();
    }

    private void Execute(List<WriteJob> group)
    {
        var isCommitting = false;
        try
        {
            var session = _session ??= WriterSession.Open(_file, _tables, _clock, _options);
            Begin(session);
            if (group.Count >= Backlog)
            {
                session.LengthenLog();
            }

            foreach (var job in group)
            {
                RunOne(session, job, group.Count > 1);
            }

            isCommitting = true;
            session.Commit();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Rollback();
            Fail(group, failure, isCommitting);
            return;
        }

        foreach (var job in group)
        {
            job.Complete();
        }
    }

    private void Rollback()
    {
        try
        {
            _session?.Rollback();
        }
        catch (SqliteException)
        {
            // Closing the connection undoes what is open; the next group gets a new one.
            _session!.Dispose();
            _session = null;
        }
    }

    // Refused batches fail with the others: what they were refused for may be gone with the transaction.
    private static void Fail(List<WriteJob> group, Exception failure, bool isCommitting)
    {
        if (isCommitting && failure is SqliteException unclear && !StoreFailures.IsCertainlyUndone(unclear))
        {
            foreach (var job in group)
            {
                job.LoseSight(unclear);
            }

            return;
        }

        var answer = failure switch
        {
            StoreUnavailableException store => store,
            SqliteException sqlite => StoreFailures.ToStore(sqlite),
            _ => new StoreUnavailableException(StorageErrors.Unavailable, failure),
        };
        foreach (var job in group)
        {
            job.Fail(answer);
        }
    }

    private static void RunOne(WriterSession session, WriteJob job, bool shared)
    {
        if (shared)
        {
            session.Save();
        }

        var accepted = false;
        try
        {
            accepted = job.Run(session);
        }
        catch (Exception failure) when (failure is not SqliteException)
        {
            // One batch's mistake is not the others'.
            job.Refuse(failure);
        }

        if (shared)
        {
            session.EndSave(accepted);
        }
        else if (!accepted)
        {
            session.Rollback();
        }
    }

    /// <summary>Waits for other processes in short steps: SQLite's own waiting backs off so far that a busy neighbour could starve this one.</summary>
    private void Begin(WriterSession session)
    {
        var started = Stopwatch.GetTimestamp();
        while (!session.TryBegin())
        {
            if (Stopwatch.GetElapsedTime(started) > _options.BusyTimeout)
            {
                throw new SqliteException("Another process keeps writing.", raw.SQLITE_BUSY);
            }

            Thread.Sleep(1);
        }
    }
}
