using System.Globalization;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Housing;
using NewCitizen.Residents;
using Portal.Forms;

namespace Portal.Pages;

public sealed class IndexModel(ResidentManager residents, HousingManager homes, IAccessContextFactory contexts) : PortalPage
{
    // Counting stops here: a start page must not read a whole city.
    private const int MostResidents = 200;
    private const int MostHomes = 20;

    public bool SignedIn { get; private set; }

    public bool MayWrite { get; private set; }

    public string Residents { get; private set; } = "0";

    public string Homes { get; private set; } = "0";

    public string Occupied { get; private set; } = "0";

    public string Free { get; private set; } = "0";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        SignedIn = contexts.TryCreate(User, out var desk);
        if (!SignedIn)
        {
            return;
        }

        MayWrite = User.HasClaim(claim => claim.Type == NewCitizenClaims.Role && claim.Value is NewCitizenRoles.Clerk or NewCitizenRoles.Officer);
        var people = await residents.SearchAsync(desk!, new ResidentSearch { Limit = MostResidents }, cancellationToken);
        Residents = Count(people.Items.Count, people.Next is not null);
        var houses = await homes.ListPropertiesAsync(desk!, address: null, MostHomes, after: null, cancellationToken);
        var more = houses.Next is not null;
        Homes = Count(houses.Items.Count, more);
        int occupied = 0, free = 0;
        foreach (var house in houses.Items)
        {
            foreach (var room in (await homes.ListRoomsAsync(desk!, house.Id, 1000, after: null, cancellationToken)).Items)
            {
                occupied += room.Occupied;
                free += Math.Max(0, (room.Capacity ?? 0) - room.Occupied);
            }
        }

        Occupied = Count(occupied, more);
        Free = Count(free, more);
    }

    private static string Count(int count, bool more) => count.ToString(CultureInfo.InvariantCulture) + (more ? "+" : string.Empty);
}
