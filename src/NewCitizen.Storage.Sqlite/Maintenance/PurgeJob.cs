using NewCitizen.Audit;
using NewCitizen.Storage.Sqlite.Values;
using NewCitizen.Storage.Sqlite.Writing;

namespace NewCitizen.Storage.Sqlite.Maintenance;

/// <summary>Deletes records whose retention has ended.</summary>
internal sealed class PurgeJob(PurgeRequest request, Func<int, AuditEntry> audit) : WriteJob<IReadOnlyList<Guid>>
{
    public override bool Alone => true;

    public override bool Run(WriterSession session)
    {
        var writer = session.For(request.Kind);
        var ids = Find(session, writer);
        foreach (var id in ids)
        {
            var key = new RecordKey(request.Agency, request.Kind, id);
            var found = writer.Read(request.Agency, id);
            writer.Delete(key, found);
            session.Log.AppendDelete(key, found.Version + 1);
            session.Step();
        }

        if (ids.Count > 0)
        {
            session.Log.AppendAudit(audit(ids.Count));
            session.Step();
        }

        Answer = ids;
        return ids.Count > 0;
    }

    private List<Guid> Find(WriterSession session, KindWriter writer)
    {
        var column = writer.Table.Columns[request.Kind.PositionOf(request.Field)];
        var statement = session.Database.Prepare(
            $"SELECT id FROM {writer.Table.Table} WHERE agency = ?1 AND {column.Column} < ?2 AND deleted = 0 ORDER BY {column.Column}, id LIMIT ?3");
        var ids = new List<Guid>();
        try
        {
            statement.Bind(1, request.Agency).Bind(3, request.Limit);
            ColumnCodec.Bind(statement, 2, request.Before);
            while (statement.Step())
            {
                ids.Add(statement.Id(0));
            }
        }
        finally
        {
            statement.Reset();
        }

        return ids;
    }
}
