using NewCitizen.Errors;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Tests.Schema;

/// <summary>The second wall: what a statement sees that forgot its condition.</summary>
public sealed class RowSecurityTests
{
    [SkippableTheory]
    [InlineData("thing", 1)]
    [InlineData("thing__tags", 1)]
    [InlineData("change_feed", 1)]
    public async Task Table_WithoutACondition_ShowsOneAgency(string table, long expected)
    {
        await using var place = await FilledAsync();
        Assert.Equal(0L, await place.RunAsync($"SELECT count(*) FROM {{s}}.{table}"));
        Assert.Equal(expected, await place.RunAsync($"SELECT set_config('newcitizen.agency', 'teda', false); SELECT count(*) FROM {{s}}.{table}"));
        Assert.Equal(expected * 2, await place.RunAsync($"SELECT set_config('newcitizen.agency', '*', false); SELECT count(*) FROM {{s}}.{table}"));
    }

    [SkippableFact]
    public async Task Insert_OfAnotherAgency_IsRefused()
    {
        await using var place = await FilledAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => place.RunAsync(
            "SELECT set_config('newcitizen.agency', 'teda', false); INSERT INTO {s}.thing (agency, id, version, body) VALUES ('hangu', gen_random_uuid(), 1, '{}')"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [SkippableFact]
    public async Task Prepare_AfterAPolicyWasDropped_IsRefused()
    {
        await using var place = await FilledAsync();
        await place.RunAsync("DROP POLICY agency ON {s}.thing");
        var refused = await Assert.ThrowsAsync<NewCitizenException>(() => place.OpenAsync());
        Assert.Equal(StorageErrors.SchemaDiffers, refused.Code);
        Assert.Contains("policy agency on thing", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Store_MadeWithoutTheWall_Works()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = await place.OpenAsync(options => options.RowSecurity = false);
        Assert.True((await store.CommitAsync(PostgreSqlPlace.Put(1, "a"), CancellationToken.None)).IsDurable);

        // A host that leaves the setting at its default finds the store as it was made.
        await using var other = await place.OpenAsync();
        Assert.NotNull(await other.GetAsync(PostgreSqlPlace.Key(1), CancellationToken.None));
        Assert.Equal(1L, await place.RunAsync("SELECT count(*) FROM {s}.thing"));
    }

    private static async Task<PostgreSqlPlace> FilledAsync()
    {
        var place = await PostgreSqlPlace.NewAsync();
        var store = await place.OpenAsync();
        foreach (var agency in new[] { PostgreSqlPlace.Teda, PostgreSqlPlace.Hangu })
        {
            var batch = new WriteBatch(agency).Put(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(1), ExpectedVersion.Missing, PostgreSqlPlace.Fields("a", 1, "t"), "{}"u8.ToArray());
            Assert.True((await store.CommitAsync(batch, CancellationToken.None)).IsDurable);
        }

        return place;
    }
}
