using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Housing;
using NewCitizen.Residents;
using Portal.Forms;

namespace Portal.Pages.Homes;

[Authorize(NewCitizenPolicies.Write)]
public sealed class MoveModel(HousingManager homes, ResidentManager residents) : PortalPage
{
    private const int Most = 1000;

    public Guid HomeId { get; private set; }

    public string MaskedName { get; private set; } = "—";

    public string From { get; private set; } = "—";

    public IReadOnlyList<(string Value, string Text)> Places { get; private set; } = [];

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? On { get; set; }

    public Task<IActionResult> OnGetAsync(Guid id, Guid stay, CancellationToken cancellationToken)
    {
        On = Iso(Today);
        return FormAsync(id, stay, cancellationToken);
    }

    public Task<IActionResult> OnPostAsync(Guid id, Guid stay, CancellationToken cancellationToken) =>
        SubmitAsync(() => MoveAsync(id, stay, cancellationToken), () => FormAsync(id, stay, cancellationToken));

    private async Task<IActionResult> FormAsync(Guid id, Guid stay, CancellationToken cancellationToken)
    {
        var property = new RentalPropertyId(id);
        var stays = (await homes.ListOccupanciesAsync(Desk, property, Most, after: null, cancellationToken)).Items.Where(entry => entry.Until is null).ToList();
        if (stays.Find(entry => entry.Id.Value == stay) is not { } found)
        {
            return NotFound();
        }

        var rooms = (await homes.ListRoomsAsync(Desk, property, Most, after: null, cancellationToken)).Items.OrderBy(room => room.Number, StringComparer.Ordinal).ToList();
        HomeId = id;
        MaskedName = (await residents.FindAsync(Desk, found.Resident, cancellationToken))?.MaskedName ?? "—";
        From = $"{rooms.Find(room => room.Id == found.Room)?.Number} {found.Bed}";
        Places =
        [
            .. rooms.Where(room => room.Beds.Count == 0 && room.Id != found.Room).Select(room => ($"{room.Id}|", room.Number)),
            .. rooms.SelectMany(room => room.Beds.Where(bed => !stays.Exists(entry => entry.Room == room.Id && entry.Bed == bed)).Select(bed => ($"{room.Id}|{bed}", $"{room.Number} {bed}"))),
        ];
        return Page();
    }

    private async Task<string?> MoveAsync(Guid id, Guid stay, CancellationToken cancellationToken)
    {
        var on = ReadDate(nameof(On), On, Words.T("换房日期", "On"));
        var parts = (Place ?? string.Empty).Split('|', 2);
        if (on is null && !Errors.Any)
        {
            Errors.Add(nameof(On), Words.T("请填写换房日期", "Enter the day"));
        }

        if (parts.Length != 2 || !Guid.TryParse(parts[0], out var room))
        {
            Errors.Add(nameof(Place), Words.T("请选择换到哪里", "Choose where to"));
            return null;
        }

        if (Errors.Any)
        {
            return null;
        }

        var outcome = await homes.MoveAsync(Desk, new Move(new OccupancyId(stay), new RoomId(room), parts[1].Length == 0 ? null : parts[1], null, on!.Value), cancellationToken);
        Errors.Take(outcome.Issues, new Dictionary<string, string>(StringComparer.Ordinal), nameof(Place));
        return outcome.Succeeded ? $"/homes/{id}" : null;
    }
}
