using NewCitizen.Audit;
using NewCitizen.Storage.Sqlite.Writing;

namespace NewCitizen.Storage.Sqlite.Bulk;

/// <summary>Copies some thousand audit entries in one transaction; answers how many were new.</summary>
internal sealed class AuditChunk(IReadOnlyList<StoredAuditEntry> entries) : WriteJob<long>
{
    public override bool Alone => true;

    public override bool Run(WriterSession session)
    {
        session.LengthenLog();
        foreach (var entry in entries)
        {
            if (session.Log.CopyAudit(entry))
            {
                Answer++;
                session.Step();
            }
        }

        return Answer > 0;
    }
}
