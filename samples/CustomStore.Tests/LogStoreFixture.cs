using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NodaTime;

namespace CustomStore.Tests;

/// <summary>All that the kit needs to know of a store: how to get a fresh one, and how to open it again.</summary>
public sealed class LogStoreFixture : IStoreFixture, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("customstore-");
    private int _files;

    public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) =>
        Open(Path.Combine(_folder.FullName, $"{Interlocked.Increment(ref _files)}.log"), kinds);

    public async ValueTask<StoreUnderTest> ReopenAsync(StoreUnderTest store, IReadOnlyList<RecordKind> kinds)
    {
        var path = ((LogStore)store.Records).Path;
        await store.DisposeAsync();
        return await Open(path, kinds);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static ValueTask<StoreUnderTest> Open(string path, IReadOnlyList<RecordKind> kinds)
    {
        var store = new LogStore(path, kinds, SystemClock.Instance);
        return ValueTask.FromResult(StoreUnderTest.From(store, () =>
        {
            store.Dispose();
            return ValueTask.CompletedTask;
        }));
    }
}
