namespace NewCitizen.Storage.Sqlite.TestHost;

/// <summary>A store with one mistake, in front of a sound one.</summary>
internal sealed class BrokenWriter(IRecordStore inner, Mistake mistake) : IRecordStore
{
    public StoreCapabilities Capabilities => inner.Capabilities;

    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) => inner.GetAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken) => inner.GetManyAsync(keys, cancellationToken);

    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

    public async ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var (increment, put) = ((IncrementOperation)batch.Operations[0], (PutOperation)batch.Operations[1]);
        switch (mistake)
        {
            case Mistake.AcknowledgesEarly:
                _ = Task.Run(
                    async () =>
                    {
                        await Task.Delay(100, CancellationToken.None);
                        await inner.CommitAsync(batch, CancellationToken.None);
                    },
                    CancellationToken.None);
                await Task.Delay(1, cancellationToken);
                return CommitResult.Committed([1, 1], [1, 0], FeedPosition.Start);

            case Mistake.WritesInParts:
                await inner.CommitAsync(Counting(new WriteBatch(batch.Agency), increment.Maximum), cancellationToken);
                await Task.Delay(5, cancellationToken);
                return await inner.CommitAsync(Rest(new WriteBatch(batch.Agency, batch.RequestKey)), cancellationToken);

            case Mistake.IgnoresLimits:
                return await inner.CommitAsync(Rest(Counting(new WriteBatch(batch.Agency, batch.RequestKey), long.MaxValue)), cancellationToken);

            default:
                return await inner.CommitAsync(Rest(Counting(new WriteBatch(batch.Agency), increment.Maximum)), cancellationToken);
        }

        WriteBatch Counting(WriteBatch copy, long maximum) => copy.Increment(increment.Key.Kind, increment.Key.Id, increment.Field, increment.Delta, increment.Minimum, maximum);

        WriteBatch Rest(WriteBatch copy) => copy.Put(put.Key.Kind, put.Key.Id, put.Expected, put.Fields, put.Body).Emit(batch.Events[0]).AddAudit(batch.Audit[0]);
    }
}
