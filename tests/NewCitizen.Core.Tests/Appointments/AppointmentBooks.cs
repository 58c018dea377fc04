using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Appointments;

/// <summary>Compares the counters of slots with the living appointments, from behind the manager.</summary>
internal static class AppointmentBooks
{
    private static readonly string[] s_living = ["held", "offered", "booked", "arrived", "served", "no-show"];

    public static async Task RequireConsistentAsync(IRecordStore store, AgencyId agency)
    {
        var report = await AppointmentAudit.CheckAsync(store, agency, default);
        Assert.Empty(report.Problems);
        var living = (await AllAsync(store, agency, AppointmentKinds.Appointment)).Where(record => s_living.Contains(record["status"].AsText())).ToList();
        Assert.Equal(living.Count, report.Living);
    }

    public static async Task<List<StoredRecord>> AllAsync(IRecordStore store, AgencyId agency, RecordKind kind)
    {
        var all = new List<StoredRecord>();
        QueryCursor? after = null;
        do
        {
            var page = await store.QueryAsync(new RecordQuery(agency, kind, limit: 1000, after: after), default);
            all.AddRange(page.Records);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
