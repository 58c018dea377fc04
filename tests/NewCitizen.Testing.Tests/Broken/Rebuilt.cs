using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>Copies a batch with something left out or replaced.</summary>
internal static class Rebuilt
{
    public static WriteBatch Batch(
        WriteBatch batch,
        AgencyId? agency = null,
        Func<RequestKey?, RequestKey?>? key = null,
        Func<RecordKind, RecordKind>? kind = null,
        Func<WriteBatch, WriteOperation, bool>? replace = null,
        bool withEvents = true,
        bool withAudit = true)
    {
        var copy = new WriteBatch(agency ?? batch.Agency, key is null ? batch.RequestKey : key(batch.RequestKey));
        foreach (var operation in batch.Operations)
        {
            if (replace?.Invoke(copy, operation) != true)
            {
                Add(copy, operation, kind);
            }
        }

        foreach (var emitted in withEvents ? batch.Events : [])
        {
            copy.Emit(emitted with { Subject = emitted.Subject with { Agency = copy.Agency } });
        }

        foreach (var entry in withAudit ? batch.Audit : [])
        {
            copy.AddAudit(entry with { Agency = copy.Agency });
        }

        return copy;
    }

    public static void Add(WriteBatch copy, WriteOperation operation, Func<RecordKind, RecordKind>? map = null)
    {
        var kind = map?.Invoke(operation.Key.Kind) ?? operation.Key.Kind;
        switch (operation)
        {
            case PutOperation put: copy.Put(kind, put.Key.Id, put.Expected, put.Fields, put.Body); break;
            case DeleteOperation: copy.Delete(kind, operation.Key.Id, operation.Expected); break;
            case IncrementOperation inc: copy.Increment(kind, inc.Key.Id, inc.Field, inc.Delta, inc.Minimum, inc.Maximum); break;
            default: copy.Check(kind, operation.Key.Id, operation.Expected); break;
        }
    }
}
