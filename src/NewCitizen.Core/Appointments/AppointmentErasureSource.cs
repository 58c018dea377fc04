using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>Appointments, places in line and booker records go with the person; whoever still has a place must cancel it first, or the slot would count it for ever.</summary>
internal sealed class AppointmentErasureSource(AppointmentStore appointments, WaitlistStore waitlist, IResidentStore residents, IRecordStore store, BlindIndexer indexer, IClock clock) : IErasureSource
{
    private const int PageSize = 200;

    public async ValueTask<ErasureShare> PlanAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var items = new List<ErasureItem>();
        var open = 0;
        var people = (await residents.FindManyAsync(context.Agency, files, cancellationToken).ConfigureAwait(false)).OfType<Resident>().ToArray();
        foreach (var document in people.SelectMany(file => file.Documents).Select(own => own.Value).DistinctBy(own => own.ToMatchKey()))
        {
            open += await AddAsync(context, document, items, now, cancellationToken).ConfigureAwait(false);
            await AddBookersAsync(PersonIndex.Bookers(indexer, document)).ConfigureAwait(false);
        }

        foreach (var phone in people.SelectMany(file => file.Phones).Select(own => own.Value).Distinct())
        {
            await AddBookersAsync(PersonIndex.Bookers(indexer, phone)).ConfigureAwait(false);
        }

        return new ErasureShare(
            items, [], open > 0 ? [new Issue(AppointmentErrors.StillOpen, default, [open.ToString(CultureInfo.InvariantCulture)])] : []);

        async ValueTask AddBookersAsync(Guid[] ids)
        {
            var found = await store.GetManyAsync([.. ids.Select(id => new RecordKey(context.Agency, AppointmentKinds.Booker, id))], cancellationToken).ConfigureAwait(false);
            items.AddRange(found.OfType<StoredRecord>().Select(record => new ErasureItem(AppointmentKinds.Booker, record.Key.Id, new Revision(record.Version))));
        }
    }

    private async ValueTask<int> AddAsync(AccessContext context, IdentityDocument document, List<ErasureItem> items, Instant now, CancellationToken cancellationToken)
    {
        var open = 0;
        string? after = null;
        do
        {
            var page = await appointments.ListByDocumentAsync(context.Agency, document, PageSize, after, cancellationToken).ConfigureAwait(false);
            items.AddRange(page.Items.Select(own => new ErasureItem(AppointmentKinds.Appointment, own.Id.Value, own.Revision)));
            open += page.Items.Count(own => own.IsLiving && own.EndsAt > now);
            after = page.Next;
        }
        while (after is not null);
        do
        {
            var page = await waitlist.ListByDocumentAsync(context.Agency, document, PageSize, after, cancellationToken).ConfigureAwait(false);
            items.AddRange(page.Items.Select(own => new ErasureItem(AppointmentKinds.Waitlist, own.Id.Value, own.Revision)));
            open += page.Items.Count(own => own.Status == WaitlistStatus.Waiting && own.JoinedAt > now - Duration.FromDays(366) && Calendars.ShanghaiTime.EndOfDay(own.Date) > now);
            after = page.Next;
        }
        while (after is not null);
        return open;
    }
}
