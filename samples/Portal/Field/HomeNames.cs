using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Housing;

namespace Portal.Field;

/// <summary>Homes by the names a list shows.</summary>
internal static class HomeNames
{
    public static async Task<Dictionary<RentalPropertyId, string>> OfAsync(
        AccessContext desk, IEnumerable<RentalPropertyId> ids, HousingManager homes, AddressManager addresses, CancellationToken cancellationToken)
    {
        var names = new Dictionary<RentalPropertyId, string>();
        foreach (var id in ids.Distinct())
        {
            var home = await homes.FindPropertyAsync(desk, id, cancellationToken);
            names[id] = home is null ? "—" : home.Name ?? (await addresses.FindAsync(desk, home.Address, cancellationToken))?.Text ?? "—";
        }

        return names;
    }
}
