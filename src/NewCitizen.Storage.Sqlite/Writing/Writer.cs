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
        try
        {
            var session = _session ??= new(_file.OpenWriter(create: false), _tables, _clock, _options);
            Begin(session);
            foreach (var job in group)
            {
                RunOne(session, job, group.Count > 1);
            }
        }
        catch (Exception failure) when (failure is SqliteException or StoreUnavailableException)
        {
            _session?.Rollback();
            FailAll(group, failure as StoreUnavailableException ?? StoreFailures.ToStore((SqliteException)failure));
            return;
        }

        try
        {
            _session.Commit();
        }
        catch (SqliteException failure)
        {
            _session.Rollback();
            Lose(group, failure);
            return;
        }

        foreach (var job in group)
        {
            job.Complete();
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

    private static void FailAll(List<WriteJob> group, StoreUnavailableException failure)
    {
        foreach (var job in group)
        {
            job.Fail(failure);
        }
    }

    // Refused batches too: what they were refused for may be gone with the transaction.
    private static void Lose(List<WriteJob> group, SqliteException failure)
    {
        if (StoreFailures.IsCertainlyUndone(failure))
        {
            FailAll(group, StoreFailures.ToStore(failure));
            return;
        }

        foreach (var job in group)
        {
            job.LoseSight(failure);
        }
    }
}
