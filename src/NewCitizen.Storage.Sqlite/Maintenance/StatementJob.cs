using NewCitizen.Storage.Sqlite.Writing;

namespace NewCitizen.Storage.Sqlite.Maintenance;

/// <summary>Runs one statement with one number; answers how many rows it changed.</summary>
internal sealed class StatementJob(string sql, long number) : WriteJob<long>
{
    public override bool Alone => true;

    public override bool Run(WriterSession session)
    {
        session.Database.Prepare(sql).Bind(1, number).Run();
        Answer = session.Database.Changes;
        return Answer > 0;
    }
}
