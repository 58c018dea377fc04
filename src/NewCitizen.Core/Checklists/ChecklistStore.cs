using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Calendars;
using NewCitizen.Grid;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Checklists;

internal sealed class ChecklistStore : IRecordMapper<ChecklistProgress>
{
    private readonly FieldProtector _protector;
    private readonly IClock _clock;
    private readonly TypedRecords<ChecklistProgress> _records;

    public ChecklistStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector, IClock clock)
    {
        _protector = protector;
        _clock = clock;
        _records = new(store, this, cursors);
    }

    public RecordKind Kind => ChecklistKinds.Progress;

    public Guid IdOf(ChecklistProgress record) => IdOf(record.Template, record.SubjectId);

    /// <summary>One list of one subject is one record.</summary>
    public static Guid IdOf(string template, Guid subject) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"checklist {template} {subject:N}")).AsSpan(0, 16), bigEndian: true);

    public ValueTask<ChecklistProgress?> FindAsync(AgencyId agency, string template, Guid subject, CancellationToken cancellationToken) =>
        _records.FindAsync(agency, IdOf(template, subject), cancellationToken);

    public ValueTask<Page<ChecklistProgress>> ListBySubjectAsync(AgencyId agency, Guid subject, int limit, string? after, CancellationToken cancellationToken) =>
        _records.PageAsync(new RecordQuery(agency, Kind, [FieldFilter.Equal(ChecklistKinds.SubjectId, GridFields.Id(subject))], limit: limit), after, cancellationToken);

    public void Stage(WriteBatch batch, ChecklistProgress record, ExpectedVersion expected)
    {
        var stored = new ChecklistBodies.Progress
        {
            Done = [.. record.Done.Select(tick => new ChecklistBodies.Tick { Item = tick.Item, At = tick.At.ToUnixTimeMilliseconds(), Actor = tick.Actor, Note = tick.Note })],
        };
        byte[] body;
        using (ProtectionScope.Enter(_protector, new RecordKey(batch.Agency, Kind, IdOf(record))))
        {
            body = JsonSerializer.SerializeToUtf8Bytes(stored, ChecklistBodyJson.Default.Progress);
        }

        batch.Put(
            Kind,
            IdOf(record),
            expected,
            [
                FieldValue.Text(record.Template),
                FieldValue.Text(record.Subject == ChecklistSubject.Person ? "person" : "home"),
                GridFields.Id(record.SubjectId),
                FieldValue.Integer(record.Done.Count),
                FieldValue.Date(record.Done.Count == 0 ? ShanghaiTime.Today(_clock) : ShanghaiTime.DateOf(record.Done.Max(tick => tick.At))),
            ],
            body);
    }

    public ChecklistProgress Read(StoredRecord stored)
    {
        ChecklistBodies.Progress body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, ChecklistBodyJson.Default.Progress)!;
        }

        return new()
        {
            Revision = new(stored.Version),
            Template = stored[ChecklistKinds.Template].AsText(),
            Subject = string.Equals(stored[ChecklistKinds.SubjectKind].AsText(), "person", StringComparison.Ordinal) ? ChecklistSubject.Person : ChecklistSubject.Home,
            SubjectId = GridFields.Id(stored[ChecklistKinds.SubjectId]),
            Done = [.. (body.Done ?? []).Select(tick => new ChecklistTick(tick.Item, Instant.FromUnixTimeMilliseconds(tick.At), tick.Actor, tick.Note))],
        };
    }
}
