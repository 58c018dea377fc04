using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Tests.Connections;

/// <summary>The connection breaks at the worst moment.</summary>
public sealed class UnknownOutcomeTests
{
    [SkippableFact]
    public async Task LostAnswer_WithARequestKey_IsFoundOut()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await place.OpenAsync();
        await using var proxy = new CuttingProxy(place.Server.Port);
        await using var store = await ThroughAsync(place, proxy);
        proxy.CutNextAnswer();
        var result = await store.CommitAsync(PostgreSqlPlace.Put(1, "a", new RequestKey("r1", [1])), CancellationToken.None);
        Assert.Equal(1, proxy.Cuts);
        Assert.Equal(CommitStatus.Replayed, result.Status);
        Assert.Equal([1], result.Versions);
        Assert.Equal(1L, await place.RunAsync("SELECT set_config('newcitizen.agency', '*', false); SELECT count(*) FROM {s}.change_feed"));
    }

    [SkippableFact]
    public async Task LostAnswer_WithoutAKey_IsUnknownAndNeverWrittenTwice()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await place.OpenAsync();
        await using var proxy = new CuttingProxy(place.Server.Port);
        await using var store = await ThroughAsync(place, proxy);
        proxy.CutNextAnswer();
        var result = await store.CommitAsync(new WriteBatch(PostgreSqlPlace.Teda).Increment(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(7), "seats", 1), CancellationToken.None);
        Assert.Equal(CommitStatus.Unknown, result.Status);
        Assert.Equal(1, (await store.GetAsync(new(PostgreSqlPlace.Teda, PostgreSqlPlace.Kind, PostgreSqlPlace.Id(7)), CancellationToken.None))!["seats"].AsInteger());
    }

    [SkippableFact]
    public async Task ServerThatIsAway_IsWaitedFor_AndThenReported()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = place.Store(options =>
        {
            options.ConnectionString = new NpgsqlConnectionStringBuilder(place.Server.TcpConnectionString) { Port = 1 }.ConnectionString;
            options.FailoverWait = TimeSpan.FromMilliseconds(50);
        });
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.GetAsync(PostgreSqlPlace.Key(1), CancellationToken.None));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.CommitAsync(PostgreSqlPlace.Put(1), CancellationToken.None));
    }

    [SkippableFact]
    public async Task BackendTerminatedInTheMiddle_WithARequestKey_CommitsOnce()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = await place.OpenAsync();

        // Ends its own connection at the commit of the first two attempts; sequences do not roll back.
        await place.RunAsync("""
            CREATE SEQUENCE {s}.attempts;
            CREATE FUNCTION {s}.fall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF nextval('{s}.attempts') < 3 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER fall AFTER INSERT ON {s}.request_key DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {s}.fall();
            """);
        var result = await store.CommitAsync(PostgreSqlPlace.Put(1, "a", new RequestKey("r1", [1])), CancellationToken.None);
        Assert.Equal(CommitStatus.Committed, result.Status);
        Assert.Equal(3L, await place.RunAsync("SELECT last_value FROM {s}.attempts"));
        Assert.Equal(1L, await place.RunAsync("SELECT set_config('newcitizen.agency', '*', false); SELECT count(*) FROM {s}.change_feed"));
    }

    private static async Task<PostgreSqlRecordStore> ThroughAsync(PostgreSqlPlace place, CuttingProxy proxy)
    {
        var store = place.Store(options => options.ConnectionString = new NpgsqlConnectionStringBuilder(place.Server.TcpConnectionString) { Port = proxy.Port }.ConnectionString);
        var seven = new WriteBatch(PostgreSqlPlace.Teda).Put(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(7), ExpectedVersion.Missing, PostgreSqlPlace.Fields(null, 0), "{}"u8.ToArray());
        await store.PrepareAsync(SchemaMode.Validate, CancellationToken.None);
        Assert.True((await store.CommitAsync(seven, CancellationToken.None)).IsDurable);
        await place.RunAsync("SELECT set_config('newcitizen.agency', '*', false); DELETE FROM {s}.change_feed");
        return store;
    }
}
