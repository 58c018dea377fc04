using System.Globalization;
using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Centres;
using NewCitizen.Storage;

namespace NewCitizen.Appointments;

/// <summary>Compares places taken with living appointments, slot by slot (号源核对). Reads everything of an agency, so run it while nobody books. Needs no key.</summary>
public static class AppointmentAudit
{
    /// <summary>Checks an agency.</summary>
    /// <param name="store">The store.</param>
    /// <param name="agency">Whose.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async ValueTask<AppointmentAuditReport> CheckAsync(IRecordStore store, AgencyId agency, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var expected = new Dictionary<Guid, long>();
        var living = 0;
        await foreach (var record in ReadAsync(AppointmentKinds.Appointment).ConfigureAwait(false))
        {
            var status = AppointmentCodec.Status(record[AppointmentKinds.Status].AsText());
            if (status is AppointmentStatus.Cancelled or AppointmentStatus.Lapsed or AppointmentStatus.ToCall)
            {
                continue;
            }

            living++;
            using var body = JsonDocument.Parse(record.Body);
            var centre = new ServiceCentreId(body.RootElement.GetProperty("centre").GetGuid());
            var plan = body.RootElement.GetProperty("plan").GetString()!;
            var item = body.RootElement.TryGetProperty("countsItem", out _) ? SlotKeys.ItemLane(new(body.RootElement.GetProperty("item").GetGuid())) : null;
            foreach (var place in AppointmentCodec.Places(record[AppointmentKinds.Places].AsText()))
            {
                Expect(place.Lane);
                if (item is not null)
                {
                    Expect(item);
                }

                void Expect(string lane)
                {
                    var id = SlotKeys.SlotId(centre, plan, record[AppointmentKinds.VisitOn].AsDate(), place.Start, lane);
                    expected[id] = expected.GetValueOrDefault(id) + 1;
                }
            }
        }

        var (slots, problems) = (0, new List<string>());
        await foreach (var record in ReadAsync(AppointmentKinds.Slot).ConfigureAwait(false))
        {
            slots++;
            expected.Remove(record.Key.Id, out var count);
            if (record[AppointmentKinds.Taken].AsInteger() is var taken && taken != count)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{record[AppointmentKinds.SlotKey].AsText()}: {taken} taken, {count} living appointments"));
            }
        }

        problems.AddRange(expected.Select(left => string.Create(CultureInfo.InvariantCulture, $"{left.Key}: no counter, {left.Value} living appointments")));
        return new(slots, living, problems);

        async IAsyncEnumerable<StoredRecord> ReadAsync(RecordKind kind)
        {
            QueryCursor? after = null;
            do
            {
                var page = await store.QueryAsync(new RecordQuery(agency, kind, limit: RecordQuery.MaxLimit, after: after), cancellationToken).ConfigureAwait(false);
                foreach (var record in page.Records)
                {
                    yield return record;
                }

                after = page.Next;
            }
            while (after is not null);
        }
    }
}
