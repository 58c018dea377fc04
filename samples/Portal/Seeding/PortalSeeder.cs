using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Calendars;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NodaTime;

namespace Portal.Seeding;

/// <summary>Fills an empty store with made-up people and homes at two stations, through the managers as a clerk would.</summary>
internal sealed class PortalSeeder(ResidentManager residents, HousingManager homes, IClock clock)
{
    private static readonly RecordSource s_source = new("demo");

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await SeedAsync(new AccessContext(AgencyId.Parse("west"), "demo-seed"), 0, 40, "滨城市西区天海街道天海路", ["天海蓝领公寓", "泰安蓝领公寓"], cancellationToken);
        await SeedAsync(new AccessContext(AgencyId.Parse("south"), "demo-seed"), 40, 20, "滨城市南区海晏街道海晏路", ["海晏蓝领公寓"], cancellationToken);
    }

    private async Task SeedAsync(AccessContext desk, int first, int count, string street, string[] houses, CancellationToken cancellationToken)
    {
        var any = await residents.SearchAsync(desk, new ResidentSearch { Limit = 1 }, cancellationToken);
        if (any.Items.Count > 0)
        {
            return;
        }

        var beds = new List<(Room Room, string? Bed, string Address)>();
        for (var i = houses.Length - 1; i >= 0; i--)
        {
            beds.InsertRange(0, await AddHouseAsync(desk, $"{street}{18 + (i * 6)}号{houses[i]}", houses[i], cancellationToken));
        }

        beds.Add(await AddFlatAsync(desk, $"{street}66号安居里3号楼2门501室", cancellationToken));
        var today = ShanghaiTime.Today(clock);
        var place = 0;
        var number = 0;
        foreach (var person in MadeUpPeople.Of(first, count))
        {
            // Two of three live in a bed on file; the others declared an address only.
            var bed = number % 3 < 2 && place < beds.Count ? beds[place++] : default;
            var since = today.PlusDays(-30 - (number * 11 % 700));
            var registered = await residents.RegisterAsync(desk, Command(person, bed.Room is null ? $"{street}{101 + number}号" : bed.Address, bed.Room, since), null, cancellationToken);
            if (bed.Room is not null)
            {
                (await homes.MoveInAsync(desk, new MoveIn(registered.Require().Id, bed.Room.Id, bed.Bed, null, since), cancellationToken)).Require();
            }

            number++;
        }
    }

    private async Task<List<(Room Room, string? Bed, string Address)>> AddHouseAsync(AccessContext desk, string address, string name, CancellationToken cancellationToken)
    {
        var house = (await homes.AddPropertyAsync(desk, new AddRentalProperty { Address = address, Name = name, Kind = PropertyKind.BlueCollarApartment, LandlordName = "赵守义", LandlordPhone = "19900009001" }, cancellationToken)).Require();
        var beds = new List<(Room Room, string? Bed, string Address)>();
        foreach (var number in new[] { "101", "102", "201", "202" })
        {
            var room = (await homes.AddRoomAsync(desk, new AddRoom(house.Id, number, RoomUse.DormitoryRoom, 24m, ["A", "B", "C", "D"], 4), cancellationToken)).Require();
            beds.AddRange(room.Beds.Select(bed => (room, (string?)bed, $"{address}{number}室")));
        }

        // The last room stays half empty, so that there is a bed to move somebody into.
        beds.RemoveRange(beds.Count - 2, 2);
        return beds;
    }

    private async Task<(Room Room, string? Bed, string Address)> AddFlatAsync(AccessContext desk, string address, CancellationToken cancellationToken)
    {
        var flat = (await homes.AddPropertyAsync(desk, new AddRentalProperty { Address = address, Kind = PropertyKind.Dwelling, LandlordName = "孙月梅", LandlordPhone = "19900009002" }, cancellationToken)).Require();
        var room = (await homes.AddRoomAsync(desk, new AddRoom(flat.Id, "整套", RoomUse.WholeUnit, 62.5m, [], 3), cancellationToken)).Require();
        return (room, null, address);
    }

    private static RegisterResident Command(MadeUpPerson person, string address, Room? room, LocalDate since) => new()
    {
        Name = person.Name,
        Document = new StatedDocument { Kind = "111", Number = person.Number },
        Phone = person.Phone,
        Ethnicity = person.Ethnicity,
        Education = person.Education,
        InflowReason = person.InflowReason,
        Employer = person.Employer,
        OriginAddress = person.Origin,
        Residence = new StatedResidence { Address = address, Room = room?.Id, Since = since, RegisteredOn = since.PlusDays(2), DwellingType = room is null ? "02" : "07" },
        Source = s_source,
    };
}
