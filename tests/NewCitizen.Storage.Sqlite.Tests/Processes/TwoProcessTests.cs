using NewCitizen.Storage.Sqlite.TestHost;

namespace NewCitizen.Storage.Sqlite.Tests.Processes;

public sealed class TwoProcessTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Commit_TwoProcessesForTheSameSeats_GiveExactlyTheCapacity()
    {
        const int capacity = 1500;
        await using var store = await _folder.OpenAsync(HostKinds.All);
        await HallBooks.OpenSlotAsync(store);
        using var first = new HostProcess(_folder.File(), "w", 1, 1000, capacity, 8);
        using var second = new HostProcess(_folder.File(), "v", 1, 1000, capacity, 8);
        var reads = new[] { first.ReadAllAsync(), second.ReadAllAsync() };

        // Meanwhile somebody follows the feed.
        var followed = new List<long>();
        while (!Task.WhenAll(reads).IsCompleted)
        {
            await FollowAsync();
        }

        await FollowAsync();
        var answers = (await Task.WhenAll(reads)).SelectMany(all => all).Where(answer => answer.Status != "ready").ToList();
        Assert.Equal((0, 0), (await first.WaitAsync(), await second.WaitAsync()));
        Assert.Equal(capacity, answers.Count(answer => answer.Status == nameof(CommitStatus.Committed)));
        Assert.Equal(2000 - capacity, answers.Count(answer => answer.Status == nameof(CommitStatus.LimitReached)));
        var codes = await HallBooks.RequireConsistentAsync(store);
        Assert.Equal(answers.Where(answer => answer.Status == nameof(CommitStatus.Committed)).Select(answer => answer.Code).Order(), codes.Order());
        Assert.Equal((await HallBooks.ChangesAsync(store)).Select(entry => entry.Position.Sequence), followed);

        async Task FollowAsync()
        {
            var page = await store.ReadChangesAsync(null, new FeedPosition(0, followed.LastOrDefault()), 500, CancellationToken.None);
            followed.AddRange(page.Entries.Select(entry => entry.Position.Sequence));
            if (page.Entries.Count > 0)
            {
                await FollowAsync();
            }
        }
    }

    [Fact]
    public async Task Commit_SameCodesFromTwoProcesses_AreTakenOnce()
    {
        await using var store = await _folder.OpenAsync(HostKinds.All);
        await HallBooks.OpenSlotAsync(store);
        using var first = new HostProcess(_folder.File(), "same", 1, 500, 10_000, 8);
        using var second = new HostProcess(_folder.File(), "same", 1, 500, 10_000, 8);
        var answers = (await Task.WhenAll(first.ReadAllAsync(), second.ReadAllAsync())).SelectMany(all => all).Where(answer => answer.Status != "ready").ToList();
        Assert.Equal(500, answers.Count(answer => answer.Status == nameof(CommitStatus.Committed)));
        Assert.Equal(500, answers.Count(answer => answer.Status == nameof(CommitStatus.Replayed)));
        Assert.Equal(500, (await HallBooks.RequireConsistentAsync(store)).Count);
    }
}
