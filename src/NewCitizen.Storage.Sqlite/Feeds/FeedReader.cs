using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage.Sqlite.Native;
using NewCitizen.Storage.Sqlite.Reading;
using NodaTime;

namespace NewCitizen.Storage.Sqlite.Feeds;

/// <summary>Reads the change feed and the audit trail. Only one transaction writes at a time, so positions appear in their order.</summary>
internal sealed class FeedReader(ReaderPool pool)
{
    private const int MaxLimit = 10_000;

    public ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        return pool.ReadAsync(
            (Agency: agency, After: after, Limit: limit),
            static (reader, asked) => reader.AtOneMoment(database =>
            {
                if (Place(asked.After) < database.Number("SELECT value FROM store_info WHERE name = 'changes_trimmed_up_to'"))
                {
                    throw new NewCitizenException(StorageErrors.FeedTrimmed);
                }

                return Read(database, "type, kind, id, version, event_type, payload FROM change_feed", asked.Agency, asked.After, asked.Limit, ToChange, entry => entry.Position);
            }),
            cancellationToken);
    }

    public ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        return pool.ReadAsync(
            (Agency: agency, After: after, Limit: limit),
            static (reader, asked) => Read(
                reader.Database,
                "at, actor, action, subject_kind, subject_id, purpose, details, hash FROM audit_entry",
                asked.Agency,
                asked.After,
                asked.Limit,
                ToAudit,
                entry => entry.Position),
            cancellationToken);
    }

    private static FeedPage<T> Read<T>(
        Database database, string what, AgencyId? agency, FeedPosition after, int limit, Func<Statement, T> map, Func<T, FeedPosition> positionOf)
    {
        var statement = database.Prepare($"SELECT position, agency, {what} WHERE position > ?1{(agency is null ? string.Empty : " AND agency = ?3")} ORDER BY position LIMIT ?2");
        statement.Bind(1, Place(after)).Bind(2, limit);
        if (agency is { } one)
        {
            statement.Bind(3, one);
        }

        var entries = new List<T>(Math.Min(limit, 128));
        try
        {
            while (statement.Step())
            {
                entries.Add(map(statement));
            }
        }
        finally
        {
            statement.Reset();
        }

        return new(entries, entries.Count == 0 ? after : positionOf(entries[^1]));
    }

    // This store has one epoch, 0: a position of a later one is behind everything.
    private static long Place(FeedPosition position) => position.Epoch > 0 ? long.MaxValue : position.Sequence;

    private static ChangeEntry ToChange(Statement row) => new(
        new FeedPosition(0, row.Number(0)),
        row.Text(2) switch { "put" => ChangeType.Put, "deleted" => ChangeType.Deleted, _ => ChangeType.Event },
        AgencyId.Parse(row.Text(1)),
        row.Text(3),
        row.Id(4),
        row.Number(5),
        row.TextOrNull(6),
        row.Bytes(7).ToArray());

    private static StoredAuditEntry ToAudit(Statement row) => new(
        new FeedPosition(0, row.Number(0)),
        new AuditEntry(
            AgencyId.Parse(row.Text(1)),
            Instant.FromUnixTimeMilliseconds(row.Number(2)),
            row.Text(3),
            row.Text(4),
            row.TextOrNull(5),
            row.IsNull(6) ? null : row.Id(6),
            row.TextOrNull(7),
            row.TextOrNull(8)),
        row.Bytes(9).ToArray());

    private static void RequireLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
    }
}
