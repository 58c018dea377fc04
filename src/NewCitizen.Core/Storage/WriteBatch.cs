using NewCitizen.Agencies;
using NewCitizen.Audit;

namespace NewCitizen.Storage;

/// <summary>
/// Everything one decision writes: records, checks, events and audit entries. Commits as a whole or not at all.
/// All records belong to one agency, so a batch never crosses a shard. Not thread-safe; used once.
/// </summary>
public sealed class WriteBatch
{
    private readonly List<WriteOperation> _operations = [];
    private readonly List<DomainEvent> _events = [];
    private readonly List<AuditEntry> _audit = [];

    /// <summary>Starts an empty batch.</summary>
    /// <param name="agency">The agency of every record in it.</param>
    /// <param name="requestKey">Makes the batch repeatable; required where an unknown outcome must be resolved.</param>
    /// <exception cref="ArgumentException">The agency is the default value.</exception>
    public WriteBatch(AgencyId agency, RequestKey? requestKey = null)
    {
        if (agency == default)
        {
            throw new ArgumentException("A batch needs an agency.", nameof(agency));
        }

        Agency = agency;
        RequestKey = requestKey;
    }

    /// <summary>The agency of every record in the batch.</summary>
    public AgencyId Agency { get; }

    /// <summary>Makes the batch repeatable.</summary>
    public RequestKey? RequestKey { get; }

    /// <summary>Operations in the order in which they apply. A later one sees what an earlier one did.</summary>
    public IReadOnlyList<WriteOperation> Operations => _operations;

    /// <summary>Events to append to the change feed, after the changes of the operations.</summary>
    public IReadOnlyList<DomainEvent> Events => _events;

    /// <summary>Audit entries to append.</summary>
    public IReadOnlyList<AuditEntry> Audit => _audit;

    /// <summary>Writes a whole record.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="expected">What must be there.</param>
    /// <param name="fields">One value a declared field.</param>
    /// <param name="body">The rest as UTF-8 JSON.</param>
    /// <exception cref="ArgumentException">A value does not fit its declaration.</exception>
    public WriteBatch Put(RecordKind kind, Guid id, ExpectedVersion expected, IReadOnlyList<FieldValue> fields, ReadOnlyMemory<byte> body)
    {
        FieldRules.Require(kind, fields);
        _operations.Add(new PutOperation(new RecordKey(Agency, kind, id), expected, fields, body));
        return this;
    }

    /// <summary>Deletes a record for good, keeping its version.</summary>
    public WriteBatch Delete(RecordKind kind, Guid id, ExpectedVersion expected)
    {
        _operations.Add(new DeleteOperation(new RecordKey(Agency, kind, id), expected));
        return this;
    }

    /// <summary>Adds to an integer field, refused outside <paramref name="minimum"/> to <paramref name="maximum"/>.</summary>
    /// <exception cref="ArgumentException">The field is not a declared, single-valued integer.</exception>
    public WriteBatch Increment(RecordKind kind, Guid id, string field, long delta, long minimum = 0, long maximum = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var definition = kind.Fields[kind.PositionOf(field)];
        if (definition.Type != FieldType.Integer || definition.Multiple)
        {
            throw new ArgumentException($"Field '{field}' of kind '{kind}' is not a single integer.", nameof(field));
        }

        _operations.Add(new IncrementOperation(new RecordKey(Agency, kind, id), field, delta, minimum, maximum));
        return this;
    }

    /// <summary>Refuses the batch unless a record is as expected.</summary>
    public WriteBatch Check(RecordKind kind, Guid id, ExpectedVersion expected)
    {
        _operations.Add(new CheckOperation(new RecordKey(Agency, kind, id), expected));
        return this;
    }

    /// <summary>Appends an event to the change feed.</summary>
    /// <exception cref="ArgumentException">Its subject belongs to another agency.</exception>
    public WriteBatch Emit(DomainEvent domainEvent)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        RequireOwn(domainEvent.Subject.Agency);
        _events.Add(domainEvent);
        return this;
    }

    /// <summary>Appends an audit entry.</summary>
    /// <exception cref="ArgumentException">It belongs to another agency.</exception>
    public WriteBatch AddAudit(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        RequireOwn(entry.Agency);
        _audit.Add(entry);
        return this;
    }

    /// <summary>The same batch with one check in front: for a store that stands before another.</summary>
    internal WriteBatch Guarded(RecordKind kind, Guid id, ExpectedVersion expected)
    {
        var guarded = new WriteBatch(Agency, RequestKey).Check(kind, id, expected);
        guarded._operations.AddRange(_operations);
        guarded._events.AddRange(_events);
        guarded._audit.AddRange(_audit);
        return guarded;
    }

    private void RequireOwn(AgencyId agency)
    {
        if (agency != Agency)
        {
            throw new ArgumentException("A batch holds one agency only.", nameof(agency));
        }
    }
}
