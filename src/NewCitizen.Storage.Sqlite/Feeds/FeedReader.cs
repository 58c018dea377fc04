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
    private const string SelectChanges = "SELECT 0, position, agency, type, kind, id, version, event_type, payload FROM change_feed WHERE position > ?2";
    private const string Changes = $"{SelectChanges} ORDER BY position LIMIT ?3";
    private const string ChangesOfOne = $"{SelectChanges} AND agency = ?4 ORDER BY position LIMIT ?3";
    private const string SelectAudit =
        "SELECT epoch, position, agency, at, actor, action, subject_kind, subject_id, purpose, details, hash FROM audit_entry WHERE (epoch, position) > (?1, ?2)";
    private const string Audit = $"{SelectAudit} ORDER BY epoch, position LIMIT ?3";
    private const string AuditOfOne = $"{SelectAudit} AND agency = ?4 ORDER BY epoch, position LIMIT ?3";

    public ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        return pool.ReadAsync(
            (Agency: agency, After: after, Limit: limit),
            static (reader, asked) => reader.AtOneMoment(database =>
            {
                if (asked.After.Epoch <= 0 && asked.After.Sequence < database.Number("SELECT value FROM store_info WHERE name = 'changes_trimmed_up_to'"))
                {
                    throw new NewCitizenException(StorageErrors.FeedTrimmed);
                }

                if (asked.After.Epoch > 0)
                {
                    // This feed has one epoch, 0: a position of a later one is behind everything.
                    return new([], asked.After);
                }

                return Read(database, Changes, ChangesOfOne, asked.Agency, asked.After, asked.Limit, ToChange, entry => entry.Position);
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
                Audit,
                AuditOfOne,
                asked.Agency,
                asked.After,
                asked.Limit,
                ToAudit,
                entry => entry.Position),
            cancellationToken);
    }

    /// <summary>Positions of the last change, trimmed or not, and of the last audit entry.</summary>
    public ValueTask<(FeedPosition Change, FeedPosition Audit)> ReadEndsAsync(CancellationToken cancellationToken) => pool.ReadAsync(
        0,
        static (reader, _) =>
        {
            using var statement = reader.Database.PrepareOwn(LogEnds.Select);
            statement.Step();
            return (new FeedPosition(0, statement.Number(0)), new FeedPosition(statement.Number(1), statement.Number(2)));
        },
        cancellationToken);

    private static FeedPage<T> Read<T>(
        Database database, string all, string ofOne, AgencyId? agency, FeedPosition after, int limit, Func<Statement, T> map, Func<T, FeedPosition> positionOf)
    {
        var statement = database.Prepare(agency is null ? all : ofOne);
        statement.Bind(1, after.Epoch).Bind(2, after.Sequence).Bind(3, limit);
        if (agency is { } one)
        {
            statement.Bind(4, one);
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

    private static ChangeEntry ToChange(Statement row) => new(
        new FeedPosition(row.Number(0), row.Number(1)),
        row.Text(3) switch { "put" => ChangeType.Put, "deleted" => ChangeType.Deleted, _ => ChangeType.Event },
        AgencyId.Parse(row.Text(2)),
        row.Text(4),
        row.Id(5),
        row.Number(6),
        row.TextOrNull(7),
        row.Bytes(8).ToArray());

    private static StoredAuditEntry ToAudit(Statement row) => new(
        new FeedPosition(row.Number(0), row.Number(1)),
        new AuditEntry(
            AgencyId.Parse(row.Text(2)),
            Instant.FromUnixTimeMilliseconds(row.Number(3)),
            row.Text(4),
            row.Text(5),
            row.TextOrNull(6),
            row.IsNull(7) ? null : row.Id(7),
            row.TextOrNull(8),
            row.TextOrNull(9)),
        row.Bytes(10).ToArray());

    private static void RequireLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
    }
}
