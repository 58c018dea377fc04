using NewCitizen.Errors;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Tests.Feeds;

public sealed class FeedTests
{
    [SkippableFact]
    public async Task SlowTransaction_HoldsTheFeedBack_AndNothingIsSkipped()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = await place.OpenAsync(options => options.FeedWait = TimeSpan.Zero);
        await using var slow = new NpgsqlConnection(place.Server.ConnectionString);
        await slow.OpenAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(
            $"SELECT set_config('newcitizen.agency', 'teda', true); INSERT INTO {place.Schema}.change_feed (agency, type, kind, id, version) VALUES ('teda', 'put', 'thing', '{PostgreSqlPlace.Id(99)}', 1)", slow))
        {
            await command.ExecuteNonQueryAsync();
        }

        for (var i = 1; i <= 5; i++)
        {
            Assert.True((await store.CommitAsync(PostgreSqlPlace.Put(i), CancellationToken.None)).IsDurable);
        }

        var before = await store.ReadChangesAsync(null, FeedPosition.Start, 100, CancellationToken.None);
        Assert.Empty(before.Entries);
        await transaction.CommitAsync();

        // Other tests write on this server too, so the horizon may stand a little longer: this one waits.
        await using var patient = place.Store(options => options.FeedWait = TimeSpan.FromMinutes(1));
        var after = await patient.ReadChangesAsync(null, before.Position, 100, CancellationToken.None);
        Assert.Equal([99, 1, 2, 3, 4, 5], after.Entries.Select(entry => Number(entry.Id)));
    }

    [SkippableFact]
    public async Task RestoredDump_WithHigherTransactions_IsLiftedBeforeItIsUsed()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = await place.OpenAsync();
        Assert.True((await store.CommitAsync(PostgreSqlPlace.Put(1), CancellationToken.None)).IsDurable);

        // As pg_restore leaves it in a cluster that is younger than the one the dump came from.
        await place.RunAsync("SELECT set_config('newcitizen.agency', '*', false); UPDATE {s}.change_feed SET tx = tx + 1000000000000");
        await using var restored = place.Store(options => options.FeedWait = TimeSpan.FromMinutes(1));
        var refused = await Assert.ThrowsAsync<NewCitizenException>(async () => await restored.PrepareAsync(SchemaMode.Validate, CancellationToken.None));
        Assert.Contains("feed_base", refused.Message, StringComparison.Ordinal);
        Assert.True((await restored.PrepareAsync(SchemaMode.Create, CancellationToken.None)).IsCurrent);
        var result = await restored.CommitAsync(PostgreSqlPlace.Put(2), CancellationToken.None);
        var entries = (await restored.ReadChangesAsync(null, FeedPosition.Start, 10, CancellationToken.None)).Entries;
        Assert.Equal([1, 2], entries.Select(entry => Number(entry.Id)));
        Assert.Equal(result.Position, entries[1].Position);
    }

    private static int Number(Guid id) => BitConverter.ToInt32(id.ToByteArray());
}
