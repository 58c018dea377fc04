using Microsoft.Data.Sqlite;

namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>Commits one batch.</summary>
internal sealed class CommitJob(WriteBatch batch) : WriteJob<CommitResult>
{
    public override int Weight => 1 + batch.Operations.Count + batch.Events.Count + batch.Audit.Count;

    public override bool Run(WriterSession session)
    {
        if (batch.RequestKey is { } known && session.RequestKeys.Find(batch.Agency, known) is { } earlier)
        {
            Answer = earlier;
            return false;
        }

        var before = session.Log.Position;
        var outcome = new OperationOutcome(batch.Operations.Count);
        for (var i = 0; i < batch.Operations.Count; i++)
        {
            if (OperationApplier.Apply(session, batch.Operations[i], i, outcome) is { } refusal)
            {
                Answer = refusal;
                return false;
            }

            session.Step();
        }

        foreach (var domainEvent in batch.Events)
        {
            session.Log.AppendEvent(domainEvent);
            session.Step();
        }

        foreach (var entry in batch.Audit)
        {
            session.Log.AppendAudit(entry);
            session.Step();
        }

        var position = session.Log.Position == before ? FeedPosition.Start : session.Log.Position;
        Answer = CommitResult.Committed(outcome.Versions, outcome.Values, position);
        if (batch.RequestKey is { } key)
        {
            session.RequestKeys.Add(batch.Agency, key, Answer, session.Clock.GetCurrentInstant());
            session.Step();
        }

        return true;
    }

    public override void LoseSight(SqliteException failure) => Settle(CommitResult.Unknown());
}
