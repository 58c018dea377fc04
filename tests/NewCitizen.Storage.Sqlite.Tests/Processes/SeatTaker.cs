using System.Globalization;
using System.Text;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NodaTime;

namespace NewCitizen.Storage.Sqlite.Tests.Processes;

/// <summary>One commit that touches everything at once: a seat, a visitor, an event and an audit entry.</summary>
internal static class SeatTaker
{
    public static AgencyId Agency { get; } = AgencyId.Parse("hall");

    public static ValueTask<CommitResult> TakeAsync(IRecordStore store, string code, long capacity)
    {
        var id = new Guid(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(code)).AsSpan(0, 16), bigEndian: true);
        var day = new LocalDate(2026, 1, 1).PlusDays(code.Length);
        var batch = new WriteBatch(Agency, new RequestKey($"take-{code}", Encoding.UTF8.GetBytes(code)))
            .Increment(HostKinds.Slot, HostKinds.SlotId, "taken", 1, 0, capacity)
            .Put(
                HostKinds.Visitor,
                id,
                ExpectedVersion.Missing,
                [FieldValue.Text(code), FieldValue.Many(FieldValue.Text("visitor"), FieldValue.Text($"t{code[^1]}")), FieldValue.Date(day)],
                Encoding.UTF8.GetBytes($$"""{"code":"{{code}}","fill":"{{new string('x', 300)}}"}"""))
            .Emit(new DomainEvent("visit.booked", new RecordKey(Agency, HostKinds.Visitor, id), default))
            .AddAudit(new AuditEntry(Agency, Instant.FromUnixTimeSeconds(1_770_000_000), "host", "visit.book", HostKinds.Visitor.Name, id, null, null));
        return store.CommitAsync(batch, CancellationToken.None);
    }

    public static string Code(string worker, long number) => string.Create(CultureInfo.InvariantCulture, $"{worker}-{number}");
}
