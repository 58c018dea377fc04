using NewCitizen.Storage;
using NewCitizen.Testing.InMemory;

namespace NewCitizen.Core.Tests.Relays;

/// <summary>The in-memory store behind a line that breaks before or after a commit, as told.</summary>
internal sealed class FlakyStore(InMemoryRecordStore inner) : IRecordStore
{
    /// <summary>The next commit is not done, and throws.</summary>
    public bool FailBefore { get; set; }

    /// <summary>The next commit is done, but its answer is unknown.</summary>
    public bool LoseAnswer { get; set; }

    public StoreCapabilities Capabilities => inner.Capabilities;

    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) => inner.GetAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken) => inner.GetManyAsync(keys, cancellationToken);

    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

    public async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        if (FailBefore)
        {
            FailBefore = false;
            throw new StoreUnavailableException(StorageErrors.Unavailable);
        }

        var result = await inner.CommitAsync(batch, cancellationToken);
        if (!LoseAnswer) return result;
        LoseAnswer = false;
        return CommitResult.Unknown();
    }
}
