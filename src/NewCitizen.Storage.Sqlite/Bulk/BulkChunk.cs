using NewCitizen.Audit;
using NewCitizen.Storage.Sqlite.Writing;

namespace NewCitizen.Storage.Sqlite.Bulk;

/// <summary>Loads some thousand records in one transaction with their change entries and one audit entry.</summary>
internal sealed class BulkChunk(IReadOnlyList<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit)
    : WriteJob<BulkResult>
{
    public override bool Alone => true;

    public override bool Run(WriterSession session)
    {
        session.LengthenLog();
        var written = new List<StoredRecord>(records.Count);
        var refused = new List<BulkRefusal>();
        foreach (var record in records)
        {
            if (Load(session, record) is { } refusal)
            {
                refused.Add(refusal);
            }
            else
            {
                written.Add(record);
            }

            session.Step();
        }

        if (written.Count > 0)
        {
            if (audit(written) is { } entry)
            {
                session.Log.AppendAudit(entry);
                session.Step();
            }
        }

        Answer = new(written.Count, refused);
        return written.Count > 0;
    }

    private BulkRefusal? Load(WriterSession session, StoredRecord record)
    {
        var writer = session.For(record.Key.Kind);
        if (!record.IsTombstone && writer.TryInsert(record.Key, record.Version, record.Fields, record.Body.Span))
        {
            session.Log.AppendPut(record.Key, record.Version);
            return null;
        }

        var found = writer.Read(record.Key.Agency, record.Key.Id);
        if ((found.IsLiving && mode == BulkMode.InsertOnly) || found.Version >= record.Version)
        {
            return new(record.Key, CommitStatus.Conflict, null);
        }

        if (record.IsTombstone)
        {
            writer.Bury(record.Key, found, record.Version);
            session.Log.AppendDelete(record.Key, record.Version);
            return null;
        }

        if (writer.Put(record.Key, found, record.Version, record.Fields, record.Body.Span) is { } taken)
        {
            return new(record.Key, CommitStatus.NotUnique, taken.Field);
        }

        session.Log.AppendPut(record.Key, record.Version);
        return null;
    }
}
