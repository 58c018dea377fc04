using NewCitizen.Agencies;

namespace NewCitizen.Storage.Sqlite.Tests.Writing;

public sealed class GroupCommitTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Commit_RefusedBatchesAmongOthers_LeaveNothing()
    {
        await using var store = await _folder.OpenAsync(Samples.Kinds);
        var answers = await Task.WhenAll(Enumerable.Range(0, 600).Select(i => Task.Run(async () =>
        {
            // Every third batch writes first and is refused by its last operation.
            var batch = Samples.Put(i, ExpectedVersion.Missing).AddAudit(Samples.Audit());
            if (i % 3 == 0)
            {
                batch.Check(Samples.Person, Samples.Id(100_000), ExpectedVersion.Exists);
            }

            return (Number: i, Result: await store.CommitAsync(batch, CancellationToken.None));
        })));

        Assert.All(answers, answer => Assert.Equal(answer.Number % 3 == 0 ? CommitStatus.Conflict : CommitStatus.Committed, answer.Result.Status));
        var changes = (await store.ReadChangesAsync(null, default, 10_000, CancellationToken.None)).Entries;
        Assert.Equal(400, changes.Count);
        Assert.Equal(Enumerable.Range(1, 400).Select(i => (long)i), changes.Select(entry => entry.Position.Sequence));
        Assert.Equal(400, (await store.ReadAuditAsync(null, default, 10_000, CancellationToken.None)).Entries.Count);
        var check = await store.CheckAsync(CancellationToken.None);
        Assert.Equal(400, check.Records);
        Assert.Empty(check.Problems);
    }

    [Fact]
    public async Task Commit_OneBatchThrows_OthersOfTheGroupAreKept()
    {
        await using var store = await _folder.OpenAsync(Samples.Kinds);
        var records = Samples.StreamAsync(1000, 3);
        var bulk = store.LoadAsync(records, BulkMode.InsertOnly, _ => throw new InvalidDataException("audit"), CancellationToken.None).AsTask();
        var commits = Enumerable.Range(0, 50).Select(i => store.CommitAsync(Samples.Put(i), CancellationToken.None).AsTask()).ToList();
        await Assert.ThrowsAsync<InvalidDataException>(() => bulk);
        Assert.All(await Task.WhenAll(commits), result => Assert.Equal(CommitStatus.Committed, result.Status));
        Assert.Equal(50, (await store.CheckAsync(CancellationToken.None)).Records);
    }

    [Fact]
    public async Task Commit_CancelledWhileWaiting_IsWholeOrUndone()
    {
        await using var store = await _folder.OpenAsync(Samples.Kinds);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(async () =>
        {
            using var cancel = new CancellationTokenSource();
            var commit = store.CommitAsync(Samples.Put(i), cancel.Token).AsTask();
            if (i % 2 == 0)
            {
                await cancel.CancelAsync();
            }

            try
            {
                return (Number: i, Done: (await commit).IsDurable);
            }
            catch (OperationCanceledException)
            {
                return (Number: i, Done: false);
            }
        })));

        foreach (var (number, done) in outcomes)
        {
            Assert.Equal(done, await store.GetAsync(Samples.Key(number), CancellationToken.None) is not null);
        }
    }

    [Fact]
    public async Task Commit_CancelledBefore_WritesNothing()
    {
        await using var store = await _folder.OpenAsync(Samples.Kinds);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.CommitAsync(Samples.Put(1), new CancellationToken(canceled: true)));
        Assert.Null(await store.GetAsync(Samples.Key(1), CancellationToken.None));
    }

    [Fact]
    public async Task Commit_WhoWaits_DoesNotHoldUpTheWriter()
    {
        await using var store = await _folder.OpenAsync(Samples.Kinds);
        using var block = new ManualResetEventSlim();
        // In a task of its own: a commit that is done before somebody waits for it would have this test wait for itself.
        var stuck = Task.Run(() => store.CommitAsync(Samples.Put(1), CancellationToken.None).AsTask()
            .ContinueWith(_ => block.Wait(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default));
        var second = await store.CommitAsync(Samples.Put(2), CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(second.IsDurable);
        block.Set();
        await stuck;
    }

    [Fact]
    public async Task Commit_TooLarge_IsRefusedByItsSize()
    {
        await using var store = await _folder.OpenAsync(Samples.Kinds);
        var body = new WriteBatch(Samples.Teda).Put(Samples.Person, Samples.Id(1), default, Samples.Fields(1), new byte[store.Capabilities.MaxBodyBytes + 1]);
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.CommitAsync(body, CancellationToken.None));
        var many = new WriteBatch(Samples.Teda);
        for (var i = 0; i <= store.Capabilities.MaxBatchOperations; i++)
        {
            many.Check(Samples.Person, Samples.Id(1), default);
        }

        await Assert.ThrowsAsync<ArgumentException>(async () => await store.CommitAsync(many, CancellationToken.None));
    }

    [Fact]
    public async Task Delete_Record_LeavesNoTraceInTheFile()
    {
        const string secret = "ForgetMeNot";
        await using (var store = await _folder.OpenAsync(Samples.Kinds))
        {
            var fields = Samples.Fields(1, secret);
            fields[3] = FieldValue.Many(FieldValue.Text(secret));
            await store.CommitAsync(new WriteBatch(Samples.Teda).Put(Samples.Person, Samples.Id(1), default, fields, Samples.Body()), CancellationToken.None);
        }

        Assert.Contains(secret, await DumpAsync(), StringComparison.Ordinal);
        await using (var store = await _folder.OpenAsync(Samples.Kinds))
        {
            await store.CommitAsync(new WriteBatch(Samples.Teda).Delete(Samples.Person, Samples.Id(1), ExpectedVersion.Exists), CancellationToken.None);
        }

        Assert.DoesNotContain(secret, await DumpAsync(), StringComparison.Ordinal);

        async Task<string> DumpAsync() => System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_folder.File()));
    }

    [Fact]
    public async Task Trim_Everything_NeverUsesAPositionAgain()
    {
        await using (var store = await _folder.OpenAsync(Samples.Kinds))
        {
            await store.CommitAsync(Samples.Put(1), CancellationToken.None);
            var last = (await store.CommitAsync(Samples.Put(2), CancellationToken.None)).Position;
            await store.TrimChangesAsync(new FeedPosition(0, long.MaxValue), CancellationToken.None);
            Assert.Equal(2, last.Sequence);
        }

        await using var again = await _folder.OpenAsync(Samples.Kinds);
        Assert.Equal(3, (await again.CommitAsync(Samples.Put(3), CancellationToken.None)).Position.Sequence);
        Assert.Single((await again.ReadChangesAsync(AgencyId.Parse("teda"), new FeedPosition(0, 2), 10, CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task Commit_First_GrowsTheLogOnce()
    {
        var options = _folder.Options();
        options.JournalBytes = 3 << 20;
        await using (var store = await SqliteRecordStore.OpenAsync(options, Samples.Kinds, SchemaMode.Create, CancellationToken.None))
        {
            for (var i = 0; i < 20; i++)
            {
                Assert.True((await store.CommitAsync(Samples.Put(i), CancellationToken.None)).IsDurable);
                Assert.Equal(3 << 20, new FileInfo(_folder.File("store.db-wal")).Length);
            }

            await using var second = await _folder.OpenAsync(Samples.Kinds, SchemaMode.Validate);
            Assert.Equal(20, (await second.CheckAsync(CancellationToken.None)).Records);
        }

        using var again = await _folder.OpenAsync(Samples.Kinds, SchemaMode.Validate);
        Assert.Equal(20, (await again.CheckAsync(CancellationToken.None)).Records);
    }
}
