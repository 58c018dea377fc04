using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NodaTime;

namespace CustomStore;

/// <summary>What the lines of the log add up to. Opening the file and committing use the same <see cref="Apply"/>.</summary>
internal sealed class LogState(IReadOnlyList<RecordKind> kinds)
{
    private readonly Dictionary<string, RecordKind> _kinds = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
    private readonly Dictionary<(AgencyId, string), Dictionary<Guid, (long Version, StoredRecord? Living)>> _tables = [];
    private readonly Dictionary<(AgencyId, string, string, FieldValue), Guid> _holders = [];
    private readonly Dictionary<(string Agency, string Key), (byte[] Digest, long At, CommitResult Answer)> _requests = [];
    private long _lastChange;

    public bool HasFormat { get; private set; }

    public List<ChangeEntry> Changes { get; } = [];

    public List<StoredAuditEntry> Audit { get; } = [];

    public FeedPosition AuditEnd => Audit.Count == 0 ? FeedPosition.Start : Audit[^1].Position;

    public FeedPosition Trimmed { get; private set; }

    public FeedPosition End => new(0, _lastChange);

    public (long Version, StoredRecord? Living) Find(RecordKey key) =>
        _tables.TryGetValue((key.Agency, key.Kind.Name), out var table) ? table.GetValueOrDefault(key.Id) : default;

    public IEnumerable<StoredRecord> Living(AgencyId agency, RecordKind kind) =>
        (_tables.GetValueOrDefault((agency, kind.Name))?.Values ?? Enumerable.Empty<(long, StoredRecord? Living)>()).Select(slot => slot.Living).OfType<StoredRecord>();

    /// <summary>The entry at a position: positions rise.</summary>
    public StoredAuditEntry? FindAudit(FeedPosition position)
    {
        var (low, high) = (0, Audit.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Audit[middle].Position < position ? (middle + 1, high) : (low, middle);
        }

        return low < Audit.Count && Audit[low].Position == position ? Audit[low] : null;
    }

    /// <summary>Everything of a kind after a place, tombstones too, by agency and id.</summary>
    public IEnumerable<StoredRecord> Scan(RecordKind kind, RecordKey? after) => _tables
        .Where(table => table.Key.Item2 == kind.Name)
        .SelectMany(table => table.Value, (table, slot) => (Key: new RecordKey(table.Key.Item1, kind, slot.Key), slot.Value.Version, slot.Value.Living))
        .Where(slot => after is not { } last || (slot.Key.Agency, slot.Key.Id).CompareTo((last.Agency, last.Id)) > 0)
        .OrderBy(slot => (slot.Key.Agency, slot.Key.Id))
        .Select(slot => slot.Living ?? StoredRecord.Tombstone(slot.Key, slot.Version));

    public Guid? HolderOf(AgencyId agency, string kind, string field, FieldValue value) =>
        _holders.TryGetValue((agency, kind, field, value), out var holder) ? holder : null;

    public (byte[] Digest, long At, CommitResult Answer)? FindRequest(AgencyId agency, string key) =>
        _requests.TryGetValue((agency.Value, key), out var request) ? request : null;

    public long CountRequests(long before) => _requests.Values.LongCount(request => request.At < before);

    public StoreCheck Check()
    {
        var living = _tables.Values.SelectMany(table => table.Values).Select(slot => slot.Living).OfType<StoredRecord>().ToList();
        var unique = living.SelectMany(record => UniqueValues(record.Key.Kind, record.Fields), (record, value) => (record.Key.Agency, record.Key.Kind.Name, value.Field, value.Value)).ToList();
        var sound = unique.Count == _holders.Count && unique.TrueForAll(_holders.ContainsKey);
        return new StoreCheck(living.Count, sound ? [] : ["The unique indexes do not fit the records."]);
    }

    /// <summary>Lets a line take effect; answers the position of the last change it appended.</summary>
    public FeedPosition Apply(LogLine line)
    {
        HasFormat |= line.Format is not null;
        var before = _lastChange;
        foreach (var record in line.Records ?? [])
        {
            Apply(record);
        }

        foreach (var e in line.Events ?? [])
        {
            Changes.Add(new ChangeEntry(new(0, ++_lastChange), ChangeType.Event, AgencyId.Parse(e.Agency), e.Kind, e.Id, 0, e.Type, e.Payload));
        }

        foreach (var a in line.Audit ?? [])
        {
            var entry = new AuditEntry(AgencyId.Parse(a.Agency), Instant.FromUnixTimeMilliseconds(a.At), a.Actor, a.Action, a.SubjectKind, a.SubjectId, a.Purpose, a.Details);
            Audit.Add(new StoredAuditEntry(a.Position ?? new(AuditEnd.Epoch, AuditEnd.Sequence + 1), entry, a.Hash));
        }

        var position = _lastChange == before ? FeedPosition.Start : End;
        if (line.Request is { } request)
        {
            _requests[(request.Agency, request.Key)] = (request.Digest, line.At, CommitResult.Committed(request.Versions, request.Values, position));
        }

        if (line.TrimTo is { } trim)
        {
            Trimmed = new FeedPosition(0, trim);
            Changes.RemoveAll(change => change.Position <= Trimmed);
        }

        foreach (var old in _requests.Where(known => known.Value.At < (line.ForgetBefore ?? long.MinValue)).Select(known => known.Key).ToList())
        {
            _requests.Remove(old);
        }

        return position;
    }

    public static IEnumerable<(string Field, FieldValue Value)> UniqueValues(RecordKind kind, IReadOnlyList<FieldValue> fields) =>
        kind.Indexes.Where(index => index.Type == IndexType.Unique).SelectMany(index => fields[kind.PositionOf(index.Field)].AsMany(), (index, value) => (index.Field, value));

    private void Apply(RecordLine line)
    {
        if (!_kinds.TryGetValue(line.Kind, out var kind) || (line.Fields is not null && line.Fields.Count != kind.Fields.Count))
        {
            throw new NewCitizen.Errors.NewCitizenException(StorageErrors.SchemaDiffers, line.Kind);
        }

        var key = new RecordKey(AgencyId.Parse(line.Agency), kind, line.Id);
        var living = line.Fields is null ? null : new StoredRecord(key, line.Version, [.. line.Fields.Select(FieldText.Read)], line.Body ?? []);
        foreach (var (field, value) in Find(key).Living is { } old ? UniqueValues(kind, old.Fields) : [])
        {
            _holders.Remove((key.Agency, kind.Name, field, value));
        }

        foreach (var (field, value) in living is null ? [] : UniqueValues(kind, living.Fields))
        {
            _holders[(key.Agency, kind.Name, field, value)] = key.Id;
        }

        if (!_tables.TryGetValue((key.Agency, kind.Name), out var table))
        {
            _tables[(key.Agency, kind.Name)] = table = [];
        }

        table[key.Id] = (line.Version, living);
        var type = living is null ? ChangeType.Deleted : ChangeType.Put;
        Changes.Add(new ChangeEntry(new(0, ++_lastChange), type, key.Agency, kind.Name, key.Id, line.Version, EventType: null, Payload: default));
    }
}
