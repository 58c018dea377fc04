namespace NewCitizen.Storage.PostgreSql.Tests.Connections;

/// <summary>Calls that are given up in the middle, next to calls that are not, on the same few connections.</summary>
public sealed class CancellationTests
{
    private const int Starts = 25;
    private const int Clients = 8;
    private const int Rounds = 20;

    [SkippableFact]
    public async Task CallsGivenUp_NextToOthers_NeverDisturbThem()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        var first = await place.OpenAsync();
        for (var id = 1; id <= Clients; id++)
        {
            await first.CommitAsync(PostgreSqlPlace.Put(id, $"c{id}"), CancellationToken.None);
        }

        // Statements are prepared on a connection's first uses; giving up then is another matter than later.
        for (var start = 1; start <= Starts; start++)
        {
            await using var store = await place.OpenAsync();
            await UseAsync(store, start);
        }
    }

    private static async Task UseAsync(PostgreSqlRecordStore store, int start)
    {
        await Task.WhenAll(Enumerable.Range(1, Clients).Select(id => Task.Run(async () =>
        {
            var random = new Random((1000 * start) + id);
            for (var round = 0; round < Rounds; round++)
            {
                RecordKey[] keys = [PostgreSqlPlace.Key(id), PostgreSqlPlace.Key((id % Clients) + 1)];
                using (var giveUp = new CancellationTokenSource())
                {
                    Task running = random.Next(3) switch
                    {
                        0 => store.GetManyAsync(keys, giveUp.Token).AsTask(),
                        1 => store.GetAsync(keys[0], giveUp.Token).AsTask(),
                        _ => store.CommitAsync(PostgreSqlPlace.Put((100_000 * start) + (1000 * id) + round), giveUp.Token).AsTask(),
                    };
                    for (var spin = random.Next(4); spin > 0; spin--)
                    {
                        await Task.Yield();
                    }

                    await giveUp.CancelAsync();
                    try
                    {
                        await running;
                    }
                    catch (OperationCanceledException)
                    {
                        // Given up.
                    }
                }

                var found = await store.GetManyAsync(keys, CancellationToken.None);
                Assert.Equal(keys.Select(key => (RecordKey?)key), found.Select(record => record?.Key));
                Assert.Equal($"c{id}", found[0]!["code"].AsText());
            }
        })));
    }
}
