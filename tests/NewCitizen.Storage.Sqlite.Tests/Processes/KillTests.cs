using NewCitizen.Storage.Sqlite.TestHost;

namespace NewCitizen.Storage.Sqlite.Tests.Processes;

public sealed class KillTests : IDisposable
{
    private const int Kills = 24;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Commit_ProcessKilledAtRandomMoments_KeepsAllThatWasAcknowledged()
    {
        await using (var store = await _folder.OpenAsync(HostKinds.All))
        {
            await HallBooks.OpenSlotAsync(store);
        }

        var random = new Random(20261122);
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var host = new HostProcess(_folder.File(), $"k{kill}", 1, long.MaxValue, long.MaxValue, 8);
            var wait = random.Next(0, 200);
            for (var answers = 0; answers <= wait && await host.ReadAsync() is { } answer; answers++)
            {
                Note(answer);
            }

            await Task.Delay(random.Next(0, 4));
            host.Kill();
            foreach (var answer in await host.ReadAllAsync())
            {
                Note(answer);
            }

            await host.WaitAsync();
            Assert.Equal(string.Empty, host.Errors);
            if (kill % 6 == 5 || kill == Kills - 1)
            {
                await using var store = await _folder.OpenAsync(HostKinds.All, SchemaMode.Validate);
                var there = await HallBooks.RequireConsistentAsync(store);
                Assert.Empty(acknowledged.Except(there));
                Assert.InRange(there.Count - acknowledged.Count, 0, (kill + 1) * 8);
            }
        }

        Assert.True(acknowledged.Count > Kills * 20, $"only {acknowledged.Count} acknowledged");

        void Note((string Status, string Code) answer)
        {
            if (answer.Status == nameof(CommitStatus.Committed))
            {
                acknowledged.Add(answer.Code);
            }
        }
    }
}
