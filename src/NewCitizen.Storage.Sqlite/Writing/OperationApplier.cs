namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>Applies one operation of a batch; returns why it is refused, or null.</summary>
internal static class OperationApplier
{
    public static CommitResult? Apply(WriterSession session, WriteOperation operation, int index, OperationOutcome outcome)
    {
        var writer = session.For(operation.Key.Kind);
        var found = writer.Read(operation.Key.Agency, operation.Key.Id);
        if (!operation.Expected.Accepts(found.LivingVersion))
        {
            return CommitResult.Conflict(index, found.LivingVersion);
        }

        switch (operation)
        {
            case PutOperation put:
                outcome.Versions[index] = found.Version + 1;
                return Put(session, writer, put, found, index);
            case DeleteOperation when found.IsLiving:
                writer.Delete(operation.Key, found);
                session.Log.AppendDelete(operation.Key, found.Version + 1);
                outcome.Versions[index] = found.Version + 1;
                return null;
            case DeleteOperation:
                outcome.Versions[index] = found.Version;
                return null;
            case IncrementOperation increment:
                return Increment(session, writer, increment, found, index, outcome);
            default:
                outcome.Versions[index] = found.LivingVersion ?? 0;
                return null;
        }
    }

    private static CommitResult? Put(WriterSession session, KindWriter writer, PutOperation put, in RecordState found, int index)
    {
        if (writer.Put(put.Key, found, found.Version + 1, put.Fields, put.Body.Span) is { } taken)
        {
            return CommitResult.NotUnique(index, taken.Field, taken.Holder);
        }

        session.Log.AppendPut(put.Key, found.Version + 1);
        return null;
    }

    private static CommitResult? Increment(
        WriterSession session, KindWriter writer, IncrementOperation increment, in RecordState found, int index, OperationOutcome outcome)
    {
        var column = writer.Table.Columns[writer.Table.Kind.PositionOf(increment.Field)];
        var value = (Int128)writer.ReadNumber(increment.Key, column) + increment.Delta;
        if (value < increment.Minimum || value > increment.Maximum)
        {
            return CommitResult.LimitReached(index);
        }

        var version = found.Version + 1;
        if (writer.SetNumber(increment.Key, column, version, (long)value) is { } taken)
        {
            return CommitResult.NotUnique(index, taken.Field, taken.Holder);
        }

        session.Log.AppendPut(increment.Key, version);
        outcome.Versions[index] = version;
        outcome.Values[index] = (long)value;
        return null;
    }
}
