using Microsoft.AspNetCore.Mvc;
using NewCitizen.Addresses;
using NewCitizen.Housing;
using NewCitizen.Residents;
using Portal.Forms;

namespace Portal.Pages.Homes;

public sealed class DetailModel(HousingManager homes, AddressManager addresses, ResidentManager residents) : PortalPage
{
    private const int Most = 1000;
    private const int MostFormer = 20;

    public RentalProperty Home { get; private set; } = null!;

    public string Address { get; private set; } = "—";

    public bool MayWrite => Roles.MayWrite(User);

    public IReadOnlyList<RoomView> Rooms { get; private set; } = [];

    public IReadOnlyList<(Occupancy Stay, string? MaskedName, string? Room)> Former { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await homes.FindPropertyAsync(Desk, new RentalPropertyId(id), cancellationToken) is not { } home)
        {
            return NotFound();
        }

        Home = home;
        Address = (await addresses.FindAsync(Desk, home.Address, cancellationToken))?.Text ?? "—";
        var rooms = (await homes.ListRoomsAsync(Desk, home.Id, Most, after: null, cancellationToken)).Items;
        var stays = (await homes.ListOccupanciesAsync(Desk, home.Id, Most, after: null, cancellationToken)).Items;
        var people = await residents.FindManyAsync(Desk, stays.Select(stay => stay.Resident), cancellationToken);
        string? NameOf(Occupancy stay) => people.TryGetValue(stay.Resident, out var person) ? person.MaskedName : null;

        Rooms = [.. rooms.OrderBy(room => room.Number, StringComparer.Ordinal).Select(room =>
        {
            var here = stays.Where(stay => stay.Room == room.Id && stay.Until is null).ToList();
            List<PlaceView> places = room.Beds.Count > 0
                ? [.. room.Beds.Select(bed => here.Find(stay => stay.Bed == bed) is { } stay ? new PlaceView(bed, stay, NameOf(stay)) : new PlaceView(bed, null, null))]
                : [.. here.Select(stay => new PlaceView(null, stay, NameOf(stay)))];
            if (room.Beds.Count == 0 && (room.Capacity is null || here.Count < room.Capacity))
            {
                places.Add(new PlaceView(null, null, null));
            }

            return new RoomView(room, places);
        })];
        Former = [.. stays.Where(stay => stay.Until is not null).Take(MostFormer).Select(stay => (stay, NameOf(stay), rooms.FirstOrDefault(room => room.Id == stay.Room)?.Number))];
        return Page();
    }
}
