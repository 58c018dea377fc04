using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage.Sqlite.Feeds;
using NewCitizen.Storage.Sqlite.Native;

namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>
/// Appends to the change feed and the audit trail. Positions are counted here, inside the one write transaction, from the highest one that
/// is or was in use: they rise in the order of commits, also across processes, and are never used twice.
/// </summary>
internal sealed class LogWriter(Database database) : IDisposable
{
    private readonly Statement _last = database.PrepareOwn(LogEnds.Select);

    private readonly Statement _change = database.PrepareOwn(
        "INSERT INTO change_feed (position, agency, type, kind, id, version, event_type, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");

    private readonly Statement _audit = database.PrepareOwn(
        "INSERT INTO audit_entry (position, agency, at, actor, action, subject_kind, subject_id, purpose, details, hash, epoch) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");

    private readonly Statement _hash = database.PrepareOwn("SELECT hash FROM audit_entry WHERE epoch = ?1 AND position = ?2");
    private (long Change, FeedPosition Audit) _at;
    private (long Change, FeedPosition Audit) _saved;

    /// <summary>Position of the last entry of the change feed.</summary>
    public FeedPosition Position => new(0, _at.Change);

    /// <summary>Finds where the logs end; other processes may have written.</summary>
    public void Load()
    {
        try
        {
            _last.Step();
            _at = (_last.Number(0), new(_last.Number(1), _last.Number(2)));
        }
        finally
        {
            _last.Reset();
        }
    }

    public void Save() => _saved = _at;

    public void Restore() => _at = _saved;

    public void AppendPut(RecordKey key, long version) => AppendChange("put", key, version, null, default);

    public void AppendDelete(RecordKey key, long version) => AppendChange("deleted", key, version, null, default);

    public void AppendEvent(DomainEvent domainEvent) => AppendChange("event", domainEvent.Subject, 0, domainEvent.Type, domainEvent.Payload.Span);

    public void AppendAudit(AuditEntry entry)
    {
        var end = _at.Audit;
        WriteAudit(end.Sequence < long.MaxValue ? new(end.Epoch, end.Sequence + 1) : new(end.Epoch + 1, 1), entry, AuditHash.Compute(entry));
    }

    /// <summary>Appends an entry of another store as it is; false if it is here already.</summary>
    /// <exception cref="NewCitizenException">NC3014: something else is here, or later.</exception>
    public bool CopyAudit(StoredAuditEntry given)
    {
        if (given.Position > _at.Audit && given.Position is { Epoch: >= 0, Sequence: >= 0 })
        {
            WriteAudit(given.Position, given.Entry, given.Hash.Span);
            return true;
        }

        _hash.Bind(1, given.Position.Epoch).Bind(2, given.Position.Sequence);
        try
        {
            return _hash.Step() && _hash.Bytes(0).SequenceEqual(given.Hash.Span)
                ? false
                : throw new NewCitizenException(StorageErrors.AuditTrailDiffers, given.Position.ToString());
        }
        finally
        {
            _hash.Reset();
        }
    }

    public void Dispose()
    {
        _last.Dispose();
        _change.Dispose();
        _audit.Dispose();
        _hash.Dispose();
    }

    private void AppendChange(string type, RecordKey key, long version, string? eventType, ReadOnlySpan<byte> payload)
    {
        _change.Bind(1, ++_at.Change).Bind(2, key.Agency).Bind(3, type).Bind(4, key.Kind.Name).Bind(5, key.Id).Bind(6, version);
        if (eventType is not null)
        {
            _change.Bind(7, eventType).BindUtf8(8, payload);
        }

        _change.Run();
    }

    private void WriteAudit(FeedPosition position, AuditEntry entry, ReadOnlySpan<byte> hash)
    {
        _at.Audit = position;
        _audit.Bind(1, position.Sequence)
            .Bind(2, entry.Agency)
            .Bind(3, entry.At.ToUnixTimeMilliseconds())
            .Bind(4, entry.Actor)
            .Bind(5, entry.Action)
            .Bind(6, entry.SubjectKind)
            .Bind(8, entry.Purpose)
            .Bind(9, entry.Details)
            .Bind(10, hash)
            .Bind(11, position.Epoch);
        if (entry.SubjectId is { } id)
        {
            _audit.Bind(7, id);
        }

        _audit.Run();
    }
}
