using NewCitizen.Storage.PostgreSql.Writing;

namespace NewCitizen.Storage.PostgreSql.Tests.Writing;

public sealed class LockTests
{
    [SkippableFact]
    public async Task Batches_OverTheSameRecordsInAnyOrder_NeverDeadlock()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = await place.OpenAsync();
        for (var i = 0; i < 6; i++)
        {
            Assert.True((await store.CommitAsync(PostgreSqlPlace.Put(i), CancellationToken.None)).IsDurable);
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(client => Task.Run(async () =>
        {
            for (var round = 0; round < 20; round++)
            {
                var batch = new WriteBatch(PostgreSqlPlace.Teda);
                for (var step = 0; step < 6; step++)
                {
                    batch.Increment(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(client % 2 == 0 ? step : 5 - step), "seats", 1);
                }

                Assert.Equal(CommitStatus.Committed, (await store.CommitAsync(batch, CancellationToken.None)).Status);
            }
        })));
        Assert.Equal(160, (await store.GetAsync(PostgreSqlPlace.Key(3), CancellationToken.None))!["seats"].AsInteger());
        Assert.Equal(0L, await place.RunAsync("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }

    [SkippableFact]
    public async Task Batches_ThatCheckOneRecord_DoNotWaitForEachOther()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = await place.OpenAsync();
        Assert.True((await store.CommitAsync(PostgreSqlPlace.Put(0), CancellationToken.None)).IsDurable);
        var lockOfChecked = LockKeys.Of(place.Schema, new WriteBatch(PostgreSqlPlace.Teda).Check(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(0), ExpectedVersion.Exists))!.Value.Keys[0];
        await using var other = new Npgsql.NpgsqlConnection(place.Server.ConnectionString);
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using (var command = new Npgsql.NpgsqlCommand($"SELECT pg_advisory_xact_lock_shared({lockOfChecked})", other))
        {
            await command.ExecuteNonQueryAsync();
        }

        var checks = PostgreSqlPlace.Put(1).Check(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(0), ExpectedVersion.Exists);
        Assert.True((await store.CommitAsync(checks, CancellationToken.None)).IsDurable);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        var writes = new WriteBatch(PostgreSqlPlace.Teda).Increment(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(0), "seats", 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.CommitAsync(writes, soon.Token));
    }

    [SkippableFact]
    public async Task LargeBatch_BesideSmallOnes_LeavesTheServersLocksAlone()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = await place.OpenAsync();
        var large = new WriteBatch(PostgreSqlPlace.Teda);
        for (var i = 0; i < 10_000; i++)
        {
            large.Put(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(i), ExpectedVersion.Any, PostgreSqlPlace.Fields(), "{}"u8.ToArray());
        }

        var results = await Task.WhenAll(
            store.CommitAsync(large, CancellationToken.None).AsTask(),
            Task.Run(async () =>
            {
                var last = CommitResult.Unknown();
                for (var i = 0; i < 50; i++)
                {
                    last = await store.CommitAsync(new WriteBatch(PostgreSqlPlace.Teda).Put(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(i), ExpectedVersion.Any, PostgreSqlPlace.Fields(), "{}"u8.ToArray()), CancellationToken.None);
                }

                return last;
            }));
        Assert.All(results, result => Assert.Equal(CommitStatus.Committed, result.Status));
        Assert.Empty((await store.CheckAsync(CancellationToken.None)).Problems);
    }

    [Fact]
    public void Locks_OfABatch_RiseAndAreTheSameInEveryProcess()
    {
        var batch = new WriteBatch(PostgreSqlPlace.Teda, new RequestKey("r", [1]));
        for (var i = 0; i < LockKeys.Most; i++)
        {
            batch.Check(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(i % 40), ExpectedVersion.Any);
        }

        batch.Increment(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(7), "seats", 1);
        var (locks, shared) = LockKeys.Of("newcitizen", batch)!.Value;
        Assert.Equal(41, locks.Length);
        Assert.Equal(locks.Order(), locks);
        Assert.Equal(2, shared.Count(one => !one));
        Assert.Equal(-4227181234955532791, LockKeys.Of("newcitizen", "teda"));
        Assert.NotEqual(LockKeys.Of("ab", "c"), LockKeys.Of("a", "bc"));
    }

    [SkippableFact]
    public async Task IndexedText_LongerThanAPageHolds_IsAnArgumentError()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = await place.OpenAsync();
        var text = string.Concat(Enumerable.Range(0, 4000).Select(i => (char)('一' + (i * 7919 % 20000))));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.CommitAsync(PostgreSqlPlace.Put(1, text), CancellationToken.None));
        Assert.Null(await store.GetAsync(PostgreSqlPlace.Key(1), CancellationToken.None));
    }
}
