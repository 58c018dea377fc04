using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage.Sqlite.Backups;
using NewCitizen.Storage.Sqlite.Tests.Processes;

namespace NewCitizen.Storage.Sqlite.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Backup_WhileClientsWrite_HoldsAllAcknowledgedBeforeAndNoHalfBatch()
    {
        await using var store = await _folder.OpenAsync(HostKinds.All);
        await HallBooks.OpenSlotAsync(store);
        using var stop = new CancellationTokenSource();
        var acknowledged = 0;
        var writers = Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                Assert.True((await SeatTaker.TakeAsync(store, $"w{worker}-{i}", long.MaxValue)).IsDurable);
                Interlocked.Increment(ref acknowledged);
            }
        })).ToList();
        while (Volatile.Read(ref acknowledged) < 3000)
        {
            await Task.Delay(5);
        }

        for (var round = 0; round < 3; round++)
        {
            var before = Volatile.Read(ref acknowledged);
            var report = await store.BackupAsync(_folder.File($"b{round}.db"), null, CancellationToken.None);
            Assert.True(Volatile.Read(ref acknowledged) > before, "writers went on");
            await using var backup = await _folder.OpenAsync(HostKinds.All, SchemaMode.Validate, $"b{round}.db");
            var there = await HallBooks.RequireConsistentAsync(backup);
            Assert.True(there.Count >= before);
            Assert.Equal(there.Count + 1, report.Records);
            Assert.Equal(report.LastChange, (await HallBooks.ChangesAsync(backup))[^1].Position);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), file => file.Contains(".partial", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Backup_IsOneFileThatOpensAlone()
    {
        await FillAsync(2000);
        await using (var store = await _folder.OpenAsync(Samples.Kinds, SchemaMode.Validate))
        {
            var seen = new List<SqliteBackupProgress>();
            var report = await store.BackupAsync(_folder.File("b.db"), new Listener(seen), CancellationToken.None);
            Assert.Equal((2000, new FileInfo(_folder.File("b.db")).Length), (report.Records, report.Bytes));
            Assert.True(seen[^1].Checking);
            Assert.Equal(seen[^1].TotalBytes, seen[^2].BytesCopied);
        }

        Assert.Equal(["b.db", "store.db"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Directory.CreateDirectory(_folder.File("elsewhere"));
        File.Move(_folder.File("b.db"), _folder.File("elsewhere/alone.db"));
        await using var alone = await _folder.OpenAsync(Samples.Kinds, SchemaMode.Validate, "elsewhere/alone.db");
        Assert.Equal(3, (await alone.CommitAsync(Samples.Put(7), CancellationToken.None)).Versions[0] + 1);
    }

    [Fact]
    public async Task Backup_NameTaken_IsRefusedAndLeavesWhatIsThere()
    {
        await FillAsync(10);
        await using var store = await _folder.OpenAsync(Samples.Kinds, SchemaMode.Validate);
        foreach (var name in new[] { "b.db", "b.db-wal" })
        {
            await File.WriteAllTextAsync(_folder.File(name), "precious");
            Assert.Equal(StorageErrors.TargetExists, (await Assert.ThrowsAsync<NewCitizenException>(() => store.BackupAsync(_folder.File("b.db"), null, CancellationToken.None).AsTask())).Code);
            Assert.Equal("precious", await File.ReadAllTextAsync(_folder.File(name)));
            File.Delete(_folder.File(name));
        }

        Assert.Equal(StorageErrors.TargetExists, (await Assert.ThrowsAsync<NewCitizenException>(() => store.BackupAsync(_folder.File(), null, CancellationToken.None).AsTask())).Code);
        Assert.Equal(StorageErrors.Unavailable, (await Assert.ThrowsAsync<StoreUnavailableException>(() => store.BackupAsync(_folder.File("no/such/b.db"), null, CancellationToken.None).AsTask())).Code);
    }

    [Fact]
    public async Task Backup_Cancelled_LeavesNothing()
    {
        await FillAsync(5000);
        await using var store = await _folder.OpenAsync(Samples.Kinds, SchemaMode.Validate);
        using var cancel = new CancellationTokenSource();
        var stopping = new Listener([], progress => progress.BytesCopied > progress.TotalBytes / 2, cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.BackupAsync(_folder.File("b.db"), stopping, cancel.Token).AsTask());
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), file => Path.GetFileName(file).StartsWith("b.db", StringComparison.Ordinal));

        // What a killed run left is no obstacle.
        await File.WriteAllTextAsync(_folder.File("b.db.partial"), "half");
        Assert.Equal(5000, (await store.BackupAsync(_folder.File("b.db"), null, CancellationToken.None)).Records);
    }

    [Fact]
    public async Task Backup_OfADamagedStore_IsRefused()
    {
        await FillAsync(2000);
        Damage(_folder.File());
        await using var store = await _folder.OpenAsync(Samples.Kinds, SchemaMode.Validate);
        var refusal = await Assert.ThrowsAnyAsync<NewCitizenException>(() => store.BackupAsync(_folder.File("b.db"), null, CancellationToken.None).AsTask());
        Assert.Equal(StorageErrors.CheckFailed, refusal.Code);
        Assert.False(File.Exists(_folder.File("b.db")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Restore_Drill_GivesTheStoreBack(bool fromOpenStore)
    {
        await FillAsync(2000);
        await using var store = await _folder.OpenAsync(Samples.Kinds, SchemaMode.Validate);
        var from = _folder.File("b.db");
        await store.BackupAsync(from, null, CancellationToken.None);
        await store.CommitAsync(Samples.Put(1), CancellationToken.None);
        var expected = fromOpenStore ? 2 : 1;
        var report = await SqliteRecordStore.RestoreAsync(fromOpenStore ? _folder.File() : from, _folder.File("r.db"), Samples.Kinds, null, CancellationToken.None);
        Assert.Equal(2000, report.Records);
        await using (var restored = await _folder.OpenAsync(Samples.Kinds, SchemaMode.Validate, "r.db"))
        {
            Assert.Equal(expected, (await restored.GetAsync(Samples.Key(1), CancellationToken.None))!.Version);
            Assert.Empty((await restored.CheckAsync(CancellationToken.None)).Problems);
            var audit = await restored.ReadAuditAsync(null, FeedPosition.Start, 10_000, CancellationToken.None);
            Assert.Equal(report.LastAudit, audit.Position);
            Assert.All(audit.Entries, stored => Assert.Equal(AuditHash.Compute(stored.Entry), stored.Hash.ToArray()));
        }

        Assert.Equal(StorageErrors.TargetExists, (await Assert.ThrowsAsync<NewCitizenException>(() => SqliteRecordStore.RestoreAsync(from, _folder.File("r.db"), Samples.Kinds, null, CancellationToken.None).AsTask())).Code);
    }

    [Fact]
    public async Task Restore_OfWhatIsNoSoundStore_IsRefusedAndLeavesNothing()
    {
        await FillAsync(2000);
        Damage(_folder.File());
        await File.WriteAllTextAsync(_folder.File("text.db"), new string('x', 9000));
        using (var cut = File.Create(_folder.File("cut.db")))
        {
            var whole = await File.ReadAllBytesAsync(_folder.File());
            cut.Write(whole.AsSpan(0, whole.Length / 2));
        }

        foreach (var name in new[] { "store.db", "text.db", "cut.db", "missing.db" })
        {
            await Assert.ThrowsAnyAsync<NewCitizenException>(() => SqliteRecordStore.RestoreAsync(_folder.File(name), _folder.File("r.db"), Samples.Kinds, null, CancellationToken.None).AsTask());
            Assert.DoesNotContain(Directory.GetFiles(_folder.Path), file => Path.GetFileName(file).StartsWith("r.db", StringComparison.Ordinal));
        }
    }

    private static void Damage(string path)
    {
        // Near the end lie pages of records or indexes; the schema stays readable.
        using var file = File.OpenWrite(path);
        file.Position = (file.Length / 4096 * 3 / 4 * 4096) + 8;
        file.Write(Enumerable.Repeat((byte)0xA5, 3000).ToArray());
    }

    private async Task FillAsync(int count)
    {
        await using var store = await _folder.OpenAsync(Samples.Kinds);
        await store.LoadAsync(Samples.StreamAsync(0, count, 200), BulkMode.InsertOnly, _ => Samples.Audit(), CancellationToken.None);
    }

    private sealed class Listener(List<SqliteBackupProgress> seen, Func<SqliteBackupProgress, bool>? when = null, CancellationTokenSource? cancel = null) : IProgress<SqliteBackupProgress>
    {
        public void Report(SqliteBackupProgress value)
        {
            seen.Add(value);
            if (when?.Invoke(value) == true)
            {
                cancel!.Cancel();
            }
        }
    }
}
