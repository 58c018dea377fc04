namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>Jobs in the order in which they came; hands them to the writer in groups.</summary>
internal sealed class WriterQueue(SqliteStoreOptions options)
{
    private readonly object _gate = new();
    private readonly Queue<WriteJob> _jobs = new();
    private bool _closed;

    /// <exception cref="StoreUnavailableException">The store was closed.</exception>
    public void Add(WriteJob job)
    {
        lock (_gate)
        {
            if (_closed)
            {
                throw new StoreUnavailableException(StorageErrors.Unavailable);
            }

            _jobs.Enqueue(job);
            if (_jobs.Count == 1)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>Takes no more; what is waiting is still done.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits for work and takes a group of it; false when the queue was closed and is empty.</summary>
    public bool Take(List<WriteJob> group)
    {
        lock (_gate)
        {
            while (_jobs.Count == 0)
            {
                if (_closed)
                {
                    return false;
                }

                Monitor.Wait(_gate);
            }

            var weight = 0;
            while (_jobs.TryPeek(out var job) && Fits(job, group, weight))
            {
                _jobs.Dequeue();
                if (job.TryStart())
                {
                    group.Add(job);
                    weight += job.Weight;
                    if (job.Alone)
                    {
                        break;
                    }
                }
            }

            return true;
        }
    }

    private bool Fits(WriteJob job, List<WriteJob> group, int weight) =>
        group.Count == 0 || (!job.Alone && group.Count < options.GroupBatches && weight + job.Weight <= options.GroupOperations);
}
