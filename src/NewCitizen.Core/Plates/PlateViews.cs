namespace NewCitizen.Plates;

/// <summary>
/// Who may see what of a plate (分角色展示). A pure function: the same facts and viewer always give the same view. Everything is left out unless
/// a line below lets it through.
/// </summary>
public static class PlateViews
{
    /// <summary>The role somebody really has at this home: a tenant who does not live there, or a landlord of other homes, is the public.</summary>
    public static PlateRole RoleAt(PlateFacts facts, PlateViewer viewer)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Role switch
        {
            PlateRole.Tenant when viewer.Self is { } self && facts.People.Any(person => person.Resident == self) => PlateRole.Tenant,
            PlateRole.Landlord when viewer.Homes?.Contains(facts.Plate.Home) == true => PlateRole.Landlord,
            PlateRole.GridWorker => PlateRole.GridWorker,
            PlateRole.Police => PlateRole.Police,
            _ => PlateRole.Public,
        };
    }

    /// <summary>What the viewer may see.</summary>
    public static PlateView Of(PlateFacts facts, PlateViewer viewer)
    {
        var role = RoleAt(facts, viewer);
        var view = new PlateView(role, facts.Plate.Code.ToString(), facts.Contact, null, null, null, null, []);
        if (role == PlateRole.Public)
        {
            return view;
        }

        var landlord = facts.Home.Landlord;
        view = view with { Home = facts.Plate.Home, Address = facts.Address, LandlordName = landlord.Name.ToString() };
        return role switch
        {
            PlateRole.Tenant => view with { People = [.. facts.People.Where(person => person.Resident == viewer.Self).Select(Masked)] },
            PlateRole.Police => view with { LandlordName = landlord.Name.ToString("F"), LandlordPhone = landlord.Phone?.ToString("F"), People = facts.People },
            _ => view with { People = [.. facts.People.Select(Masked)] },
        };
    }

    private static PlatePerson Masked(PlatePerson person) => person with { FullName = null };
}
