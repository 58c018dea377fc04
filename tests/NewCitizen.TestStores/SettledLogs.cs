using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage;
using Npgsql;

namespace NewCitizen.TestStores;

/// <summary>
/// Feed and audit trail of a store whose server other tests use too. A transaction anywhere on the server holds back what was committed after it
/// began, as it must; a test that reads what it has just written waits here until those of that moment are over.
/// </summary>
internal sealed class SettledLogs(IChangeFeed feed, IAuditTrail trail, string connectionString) : IChangeFeed, IAuditTrail
{
    // A test may hold a transaction open on purpose: then it reads what can be read.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(3);

    public async ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken);
        return await feed.ReadChangesAsync(agency, after, limit, cancellationToken);
    }

    public async ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken);
        return await trail.ReadAuditAsync(agency, after, limit, cancellationToken);
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var next = new NpgsqlCommand("SELECT pg_snapshot_xmax(pg_current_snapshot())::text", connection);
        var running = (string)(await next.ExecuteScalarAsync(cancellationToken))!;
        var until = DateTime.UtcNow + s_longest;
        await using var over = new NpgsqlCommand($"SELECT pg_snapshot_xmin(pg_current_snapshot()) >= '{running}'::xid8", connection);
        while (!(bool)(await over.ExecuteScalarAsync(cancellationToken))! && DateTime.UtcNow < until)
        {
            await Task.Delay(5, cancellationToken);
        }
    }
}
