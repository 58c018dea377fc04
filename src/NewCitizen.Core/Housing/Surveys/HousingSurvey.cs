using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Agencies;
using NewCitizen.Divisions;
using NewCitizen.Housing.Policies;
using NewCitizen.Housing.Rules;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Housing.Surveys;

/// <summary>
/// Judges all homes of an agency as of a day (群租与容量普查): which reach the group-rental threshold, which rooms hold more than they may. Reads each kind
/// once, in pages, and keeps a few numbers a room; no name is read. It is no snapshot: what changes meanwhile may be seen or not. Thread-safe.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="law">Rules and standards.</param>
public sealed class HousingSurvey(IRecordStore store, HousingTopics law)
{
    /// <summary>The homes, oldest first; those without a finding too.</summary>
    /// <param name="context">Whose homes.</param>
    /// <param name="day">The day, Asia/Shanghai: stays and standards of that day. Rooms as they are now.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<HomeStanding> EvaluateAsync(AccessContext context, LocalDate day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("housing.survey");
        var people = await CountAsync(context.Agency, day, cancellationToken).ConfigureAwait(false);
        var homes = await RoomsAsync(context.Agency, people, cancellationToken).ConfigureAwait(false);
        await foreach (var page in PagesAsync(context.Agency, HousingKinds.RentalProperty, cancellationToken).ConfigureAwait(false))
        {
            var addresses = await store.GetManyAsync(
                [.. page.Select(home => HousingFields.Id(home[HousingKinds.Address])).Distinct().Select(id => new RecordKey(context.Agency, StandardAddressKind.Kind, id))], cancellationToken).ConfigureAwait(false);
            var places = addresses.OfType<StoredRecord>().ToDictionary(
                address => address.Key.Id, address => OccupancyPolicies.Place(address[StandardAddressKind.Division] is { IsNull: false } division ? division.AsText() : null));
            foreach (var home in page)
            {
                var place = places.GetValueOrDefault(HousingFields.Id(home[HousingKinds.Address]));
                yield return Judge(new(home.Key.Id), place, homes.GetValueOrDefault(home.Key.Id) ?? [], day);
            }
        }
    }

    private HomeStanding Judge(RentalPropertyId id, DivisionCode? place, List<Place> rooms, LocalDate day)
    {
        var over = new List<RoomStanding>();
        var (living, beds, people) = (0, 0, 0);
        foreach (var room in rooms)
        {
            living += room.ForLiving ? 1 : 0;
            beds += room.Beds;
            people += room.People;
            var capacity = RoomCapacity.Of(law.Policies, place, day, room.Area, room.Beds, room.Stated, room.Strangers <= 1 && room.People > 1);
            if (capacity.People is { } most && (room.People > most || room.Beds > most))
            {
                over.Add(new RoomStanding(new(room.Id), room.People, room.Beds, capacity));
            }
        }

        var group = law.Policies.Nearest(place, day, policy => policy.GroupRental is not null)?.GroupRental;
        return new HomeStanding(id, place, living, beds, people, group?.IsReachedBy(living, people, beds), over);
    }

    private async ValueTask<Dictionary<Guid, (int People, int Strangers)>> CountAsync(AgencyId agency, LocalDate day, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<Guid, (int People, int Strangers)>();
        await foreach (var page in PagesAsync(agency, HousingKinds.Occupancy, cancellationToken).ConfigureAwait(false))
        {
            foreach (var stay in page)
            {
                if (stay[HousingKinds.Since].AsDate() <= day && (stay[HousingKinds.EndedOn] is { IsNull: true } || day < stay[HousingKinds.EndedOn].AsDate()))
                {
                    ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, HousingFields.Id(stay[HousingKinds.RoomId]), out _);
                    count.People++;
                    count.Strangers += stay.Body.Span.IndexOf("\"family\":true"u8) < 0 ? 1 : 0;
                }
            }
        }

        return counts;
    }

    private async ValueTask<Dictionary<Guid, List<Place>>> RoomsAsync(AgencyId agency, Dictionary<Guid, (int People, int Strangers)> people, CancellationToken cancellationToken)
    {
        var homes = new Dictionary<Guid, List<Place>>();
        await foreach (var page in PagesAsync(agency, HousingKinds.Room, cancellationToken).ConfigureAwait(false))
        {
            foreach (var room in page)
            {
                var body = JsonSerializer.Deserialize(room.Body.Span, HousingJson.Default.Room)!;
                var (count, strangers) = people.GetValueOrDefault(room.Key.Id);
                var stated = room[HousingKinds.Capacity];
                ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(homes, HousingFields.Id(room[HousingKinds.PropertyId]), out _);
                (places ??= []).Add(new Place(
                    room.Key.Id,
                    body.AreaSquareMetres,
                    body.Beds?.Count ?? 0,
                    stated.IsNull ? null : (int)stated.AsInteger(),
                    Enum.Parse<RoomUse>(body.Use) is RoomUse.Bedroom or RoomUse.LivingRoom or RoomUse.DormitoryRoom or RoomUse.WholeUnit,
                    count,
                    strangers));
            }
        }

        return homes;
    }

    private async IAsyncEnumerable<IReadOnlyList<StoredRecord>> PagesAsync(AgencyId agency, RecordKind kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        QueryCursor? after = null;
        do
        {
            var page = await store.QueryAsync(new RecordQuery(agency, kind, limit: RecordQuery.MaxLimit, after: after), cancellationToken).ConfigureAwait(false);
            yield return page.Records;
            after = page.Next;
        }
        while (after is not null);
    }

    private readonly record struct Place(Guid Id, decimal? Area, int Beds, int? Stated, bool ForLiving, int People, int Strangers);
}
