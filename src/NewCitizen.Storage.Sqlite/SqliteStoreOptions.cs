namespace NewCitizen.Storage.Sqlite;

/// <summary>Settings of one SQLite store (嵌入式数据库). Every default is the safe one; only the path must be given.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>Path of the database file. Its folder must exist; <c>-wal</c> and <c>-shm</c> files lie beside it while the store is open.</summary>
    public string Path { get; set; } = string.Empty;

    /// <summary>How long a write waits for another process that is writing, before it is answered with NC3010. Default 30 seconds.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Most connections that read at once, 1 to 64. Default: twice the processors, at least 4, at most 16.</summary>
    public int Readers { get; set; } = Math.Clamp(Environment.ProcessorCount * 2, 4, 16);

    /// <summary>Most batches in one transaction (group commit), 1 to 10,000. Default 2,048.</summary>
    public int GroupBatches { get; set; } = 2048;

    /// <summary>Most operations in one transaction, apart from a single larger batch. Default 8,192.</summary>
    public int GroupOperations { get; set; } = 8192;

    /// <summary>
    /// Bytes to which the write-ahead log is grown at the first write and at which it is kept, so that a commit syncs data only and not
    /// the length of the file. Default 16 MiB; 0 leaves it to grow by itself.
    /// </summary>
    public long JournalBytes { get; set; } = 16 << 20;

    /// <summary>Largest size of the database file in bytes, or null for none. A write beyond it is refused with NC3009 as on a full disk.</summary>
    public long? MaxFileBytes { get; set; }

    /// <summary>Most records in one transaction of a bulk load, 1 to 100,000. Default 10,000.</summary>
    public int BulkChunkRecords { get; set; } = 10_000;

    /// <summary>Called by the writer at each step of a write transaction. For tests: what it throws is what the engine would throw there.</summary>
    internal Action? OnStep { get; set; }

    // Not public: a store that acknowledges before the disk has it would break the contract. Benchmarks measure what the sync costs.
    internal bool SyncEachCommit { get; set; } = true;

    internal SqliteStoreOptions Validated()
    {
        if (string.IsNullOrWhiteSpace(Path))
        {
            throw new InvalidOperationException($"{nameof(SqliteStoreOptions)}.{nameof(Path)} is not set.");
        }

        Require((long)BusyTimeout.TotalMilliseconds, 0, int.MaxValue, nameof(BusyTimeout));
        Require(Readers, 1, 64, nameof(Readers));
        Require(GroupBatches, 1, 10_000, nameof(GroupBatches));
        Require(GroupOperations, 1, 1_000_000, nameof(GroupOperations));
        Require(JournalBytes, 0, 1L << 32, nameof(JournalBytes));
        Require(BulkChunkRecords, 1, 100_000, nameof(BulkChunkRecords));
        var copy = (SqliteStoreOptions)MemberwiseClone();
        copy.Path = System.IO.Path.GetFullPath(Path);
        return copy;
    }

    private static void Require(long value, long lowest, long highest, string name)
    {
        if (value < lowest || value > highest)
        {
            throw new InvalidOperationException($"{nameof(SqliteStoreOptions)}.{name} is outside {lowest} to {highest}.");
        }
    }
}
