using System.Globalization;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NewCitizen.Testing.Synthetic;
using NodaTime;

namespace NewCitizen.Benchmarks.Floors.Sdk;

/// <summary>A client of the kernel.</summary>
internal sealed class KernelClient(Station station, bool keyed) : Client
{
    private static readonly byte[] s_body = "{\"channel\":\"counter\",\"note\":\"made up for a benchmark\"}"u8.ToArray();
    private static readonly SyntheticPerson s_person = FileRows.People.At(0);
    private readonly Dictionary<int, long> _versions = [];

    public override async ValueTask ByIdAsync(int place) =>
        Require(await station.Store.GetAsync(new RecordKey(Sheet.Agency, Sheet.Kind, FileRows.Id(place)), default) is not null);

    public override async ValueTask ByHashAsync(int place)
    {
        var index = station.Sheet.Index(Known.Documents[place].Number!);
        var page = await station.Store.QueryAsync(new RecordQuery(Sheet.Agency, Sheet.Kind, [FieldFilter.Equal("document_index", FieldValue.Bytes(index))], limit: 1), default);
        Require(page.Records.Count == 1);
    }

    public override async ValueTask PageAsync(int place)
    {
        var page = await station.Store.QueryAsync(new RecordQuery(Sheet.Agency, Sheet.Kind, limit: 50, after: new QueryCursor(FieldValue.Null, FileRows.Id(place))), default);
        Require(page.Records.Count == 50);
    }

    public override async ValueTask UpdateAsync(int place)
    {
        var version = _versions.GetValueOrDefault(place, 1);
        var person = s_person with { DocumentNumber = Known.Documents[place].Number! };
        var key = new RecordKey(Sheet.Agency, Sheet.Kind, FileRows.Id(place));
        var batch = new WriteBatch(Sheet.Agency)
            .Put(Sheet.Kind, key.Id, ExpectedVersion.Exactly(version), station.Sheet.Fields(place, person, version % 2 == 0 ? "active" : "changed"), station.Sheet.Body(key, person))
            .AddAudit(Entry("sheet.change", Sheet.Kind, key.Id));
        Require((await station.Store.CommitAsync(batch, default)).IsDurable);
        _versions[place] = version + 1;
    }

    public override async ValueTask BookAsync(int slot)
    {
        var id = Guid.CreateVersion7();
        var key = keyed ? new RequestKey(id.ToString("N", CultureInfo.InvariantCulture), id.ToByteArray()) : null;
        var batch = new WriteBatch(Sheet.Agency, key)
            .Increment(Sheet.Slot, Sheet.SlotId(slot), "taken", 1, 0, 1_000_000_000)
            .Put(Sheet.Booking, id, ExpectedVersion.Missing, [FieldValue.Integer(slot)], s_body)
            .Emit(new DomainEvent("booking.made", new RecordKey(Sheet.Agency, Sheet.Booking, id), default))
            .AddAudit(Entry("booking.make", Sheet.Booking, id));
        Require((await station.Store.CommitAsync(batch, default)).Status == CommitStatus.Committed);
    }

    private static AuditEntry Entry(string action, RecordKind kind, Guid id) => new(Sheet.Agency, SystemClock.Instance.GetCurrentInstant(), "benchmark", action, kind.Name, id, null, null);

    private static void Require(bool done)
    {
        if (!done)
        {
            throw new InvalidOperationException("The kernel did not do what it should.");
        }
    }
}
