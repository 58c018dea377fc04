using NewCitizen.Residents.Claims;
using NewCitizen.Storage;
using NewCitizen.Testing.InMemory;

namespace NewCitizen.Core.Tests.Residents.Claims;

/// <summary>A store that asks before and after every call whether to go on: for deaths at any await and for any order of several clients.</summary>
/// <param name="inner">The data.</param>
/// <param name="step">Asked before and after.</param>
/// <param name="dropsFences">Whether fences are acknowledged and not written: what a directory without them would do.</param>
internal sealed class StepStore(InMemoryRecordStore inner, Func<Task> step, bool dropsFences = false) : IRecordStore
{
    public StoreCapabilities Capabilities => inner.Capabilities;

    public async ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) =>
        await AroundAsync(() => inner.GetAsync(key, cancellationToken)).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken) =>
        await AroundAsync(() => inner.GetManyAsync(keys, cancellationToken)).ConfigureAwait(false);

    public async ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken) =>
        await AroundAsync(() => inner.QueryAsync(query, cancellationToken)).ConfigureAwait(false);

    public async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        await AroundAsync(() => dropsFences && batch.Operations is [PutOperation put] && put.Key.Kind.Name == PersonDirectoryKinds.Fence.Name
            ? ValueTask.FromResult(CommitResult.Committed([1], [0], FeedPosition.Start))
            : inner.CommitAsync(batch, cancellationToken)).ConfigureAwait(false);

    private async Task<T> AroundAsync<T>(Func<ValueTask<T>> call)
    {
        await step().ConfigureAwait(false);
        var answer = await call().ConfigureAwait(false);
        await step().ConfigureAwait(false);
        return answer;
    }
}
