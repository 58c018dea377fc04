using System.Globalization;
using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Cases;

/// <summary>
/// Keeps ratings and follow-ups. Their ids are keyed blind indexes of the case: one rating a case, and without the key nothing leads from one to the other, not
/// even the time that other ids hold.
/// </summary>
internal sealed class RatingStore : IRecordMapper<RatingFollowUp>
{
    private readonly FieldProtector _protector;
    private readonly BlindIndexer _indexer;
    private readonly TypedRecords<RatingFollowUp> _followUps;

    public RatingStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector, BlindIndexer indexer)
    {
        _protector = protector;
        _indexer = indexer;
        _followUps = new(store, this, cursors);
    }

    public RecordKind Kind => CaseKinds.RatingFollowUp;

    public Guid IdOf(RatingFollowUp record) => record.Id.Value;

    /// <summary>The id of a case's rating, under the key of now and then under older ones.</summary>
    public IReadOnlyList<Guid> RatingIds(ServiceCaseId own) => Ids(CaseKinds.ServiceRating, own);

    /// <summary>The id of a case's follow-up, likewise.</summary>
    public IReadOnlyList<Guid> FollowUpIds(ServiceCaseId own) => Ids(CaseKinds.RatingFollowUp, own);

    /// <summary>
    /// The same request under a name and digest that only the host can compute: a plain digest of a case and one of five levels could be tried out by whoever
    /// reads the store.
    /// </summary>
    public RequestKey Blind(RequestKey requestKey) => new(
        Convert.ToHexString(_indexer.Compute(CaseKinds.ServiceRating.Name, "request", "key", requestKey.Value)),
        _indexer.Compute(CaseKinds.ServiceRating.Name, "request", "digest", Convert.ToHexString(requestKey.Digest.Span)));

    public ValueTask<RatingFollowUp?> FindAsync(AgencyId agency, RatingFollowUpId id, CancellationToken cancellationToken) => _followUps.FindAsync(agency, id.Value, cancellationToken);

    public ValueTask<IReadOnlyList<RatingFollowUp?>> FindManyAsync(AgencyId agency, IEnumerable<Guid> ids, CancellationToken cancellationToken) =>
        _followUps.FindManyAsync(agency, ids, cancellationToken);

    public ValueTask<Page<RatingFollowUp>> ListAsync(AgencyId agency, IReadOnlyList<FollowUpState> states, int limit, string? after, CancellationToken cancellationToken)
    {
        FieldFilter[] where = states.Count == 0 ? [] : [FieldFilter.In(CaseKinds.FollowUpState, [.. states.Select(state => FieldValue.Text(state.ToString()))])];
        return _followUps.PageAsync(new RecordQuery(agency, Kind, where, limit: limit), after, cancellationToken);
    }

    public ValueTask<Page<RatingFollowUp>> ListDueBeforeAsync(AgencyId agency, LocalDate day, int limit, string? after, CancellationToken cancellationToken) =>
        _followUps.PageAsync(
            new RecordQuery(agency, Kind, [FieldFilter.Range(CaseKinds.DueOn, FieldValue.Null, FieldValue.Date(day))], CaseKinds.DueOn, limit: limit), after, cancellationToken);

    /// <summary>Puts a rating into a batch.</summary>
    public static void StageRating(WriteBatch batch, Guid id, ServiceCase own, RatingLevel level, LocalDate today) =>
        batch.Put(
            CaseKinds.ServiceRating,
            id,
            ExpectedVersion.Missing,
            [
                ServiceCaseStore.Bytes(own.Item.Value),
                own.Centre is { } centre ? ServiceCaseStore.Bytes(centre.Value) : FieldValue.Null,
                FieldValue.Text(own.Window),
                FieldValue.Integer((int)level),
                FieldValue.Date(new LocalDate(today.Year, today.Month, 1)),
                FieldValue.Integer(0),
            ],
            "{}"u8.ToArray());

    public void Stage(WriteBatch batch, RatingFollowUp record, ExpectedVersion expected)
    {
        var stored = new CaseBodies.FollowUp
        {
            Rating = record.Rating,
            Case = record.Case?.Value.ToString("N"),
            Remark = record.Remark,
            Item = record.Item.Value,
            Centre = record.Centre?.Value,
            Window = record.Window,
            Level = (int)record.Level,
            OpenedOn = record.OpenedOn,
            CalledOn = record.CalledOn,
            Reason = record.Reason,
        };
        byte[] body;
        using (ProtectionScope.Enter(_protector, new RecordKey(batch.Agency, Kind, record.Id.Value)))
        {
            body = JsonSerializer.SerializeToUtf8Bytes(stored, CaseJson.Default.FollowUp);
        }

        batch.Put(
            Kind,
            record.Id.Value,
            expected,
            [FieldValue.Text(record.State.ToString()), FieldValue.Date(record.IsClosed ? null : record.DueOn), FieldValue.Date(record.ClosedOn)],
            body);
    }

    public RatingFollowUp Read(StoredRecord stored)
    {
        CaseBodies.FollowUp body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, CaseJson.Default.FollowUp)!;
        }

        return new()
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            State = Enum.Parse<FollowUpState>(stored[CaseKinds.FollowUpState].AsText()),
            Item = new(body.Item),
            Centre = body.Centre is { } centre ? new(centre) : null,
            Window = body.Window,
            Level = (RatingLevel)body.Level,
            OpenedOn = body.OpenedOn,
            CalledOn = body.CalledOn,
            DueOn = Day(stored[CaseKinds.DueOn]),
            ClosedOn = Day(stored[CaseKinds.ClosedOn]),
            Reason = body.Reason,
            Case = body.Case is { } own ? new(Guid.ParseExact(own, "N")) : null,
            Rating = body.Rating,
            Remark = body.Remark,
        };
    }

    private static LocalDate? Day(FieldValue value) => value.IsNull ? null : value.AsDate();

    private Guid[] Ids(RecordKind kind, ServiceCaseId own) =>
        [.. _indexer.ComputeAll(kind.Name, "id", "case", own.Value.ToString("N", CultureInfo.InvariantCulture)).Select(bytes => new Guid(bytes, bigEndian: true))];
}
