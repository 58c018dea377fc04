using Microsoft.AspNetCore.Mvc;
using NewCitizen.Addresses;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Residents;
using Portal.Forms;

namespace Portal.Pages.Residents;

public sealed class FileModel(ResidentManager residents, AddressManager addresses) : PortalPage
{
    private IReadOnlyDictionary<StandardAddressId, StandardAddress> _addresses = new Dictionary<StandardAddressId, StandardAddress>();

    public ResidentOverview Overview { get; private set; } = null!;

    public bool MayReveal { get; private set; }

    public IReadOnlyList<(ResidenceRegistration Stay, string Address)> Stays { get; private set; } = [];

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var file = await residents.FindAsync(Desk, new ResidentId(id), cancellationToken);
        if (file is null)
        {
            return NotFound();
        }

        Overview = file;
        MayReveal = User.HasClaim(NewCitizenClaims.Role, NewCitizenRoles.Officer);
        _addresses = await addresses.FindManyAsync(Desk, file.Registrations.Select(stay => stay.Address), cancellationToken);
        Stays = [.. file.Registrations.OrderByDescending(stay => stay.Since).Select(stay => (stay, _addresses.TryGetValue(stay.Address, out var address) ? address.Text : "—"))];
        Timeline = [.. (await residents.TimelineAsync(Desk, file.Id, cancellationToken) ?? []).Reverse()];
        return Page();
    }

    public string? Subject(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.SubjectId is { } id && entry.SubjectKind == StandardAddressKind.Kind.Name && _addresses.TryGetValue(new StandardAddressId(id), out var address) ? address.Text : null;
    }
}
