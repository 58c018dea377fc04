using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Appointments;

/// <summary>A store that breaks one rule, so that the model is seen to notice it.</summary>
internal sealed class FaultyHall(IRecordStore inner, HallFault fault) : IRecordStore
{
    public StoreCapabilities Capabilities => inner.Capabilities;

    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) => inner.GetAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken) => inner.GetManyAsync(keys, cancellationToken);

    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

    public ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var copy = new WriteBatch(batch.Agency, batch.RequestKey);
        foreach (var operation in batch.Operations)
        {
            switch (operation)
            {
                case PutOperation put:
                    copy.Put(put.Key.Kind, put.Key.Id, put.Expected, put.Fields, put.Body);
                    break;
                case IncrementOperation add:
                    var delta = fault == HallFault.LosesReleases && add.Delta < 0 ? 0 : add.Delta;
                    copy.Increment(add.Key.Kind, add.Key.Id, add.Field, delta, add.Minimum, fault == HallFault.IgnoresPlaces ? long.MaxValue : add.Maximum);
                    break;
                case DeleteOperation:
                    copy.Delete(operation.Key.Kind, operation.Key.Id, operation.Expected);
                    break;
                default:
                    copy.Check(operation.Key.Kind, operation.Key.Id, operation.Expected);
                    break;
            }
        }

        foreach (var happened in batch.Events)
        {
            copy.Emit(happened);
        }

        foreach (var entry in batch.Audit)
        {
            copy.AddAudit(entry);
        }

        return inner.CommitAsync(copy, cancellationToken);
    }
}
