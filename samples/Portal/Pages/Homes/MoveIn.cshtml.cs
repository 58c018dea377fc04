using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Housing;
using NewCitizen.Residents;
using Portal.Forms;

namespace Portal.Pages.Homes;

[Authorize(NewCitizenPolicies.Write)]
public sealed class MoveInModel(HousingManager homes, ResidentManager residents) : PortalPage
{
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal) { ["/since"] = nameof(Since) };

    public RentalProperty Home { get; private set; } = null!;

    public Room Room { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Bed { get; set; }

    [BindProperty]
    public string? DocumentNumber { get; set; }

    [BindProperty]
    public bool OfFamily { get; set; }

    [BindProperty]
    public string? Since { get; set; }

    public IReadOnlyList<(string Value, string Text)> Families { get; } =
        [("false", Words.T("无亲属关系，或无人居住", "No relatives, or nobody there")), ("true", Words.T("有法定赡养、抚养、扶养关系", "Family with a duty of support"))];

    public Task<IActionResult> OnGetAsync(Guid id, Guid room, CancellationToken cancellationToken)
    {
        Since = Iso(Today);
        return FormAsync(id, room, cancellationToken);
    }

    public Task<IActionResult> OnPostAsync(Guid id, Guid room, CancellationToken cancellationToken) =>
        SubmitAsync(() => MoveInAsync(id, room, cancellationToken), () => FormAsync(id, room, cancellationToken));

    private async Task<IActionResult> FormAsync(Guid id, Guid room, CancellationToken cancellationToken)
    {
        if (await homes.FindPropertyAsync(Desk, new RentalPropertyId(id), cancellationToken) is not { } home
            || await homes.FindRoomAsync(Desk, new RoomId(room), cancellationToken) is not { } found
            || found.Property != home.Id)
        {
            return NotFound();
        }

        (Home, Room) = (home, found);
        return Page();
    }

    private async Task<string?> MoveInAsync(Guid id, Guid room, CancellationToken cancellationToken)
    {
        var since = ReadDate(nameof(Since), Since, Words.T("入住日期", "Since"));
        if (since is null && !Errors.Any)
        {
            Errors.Add(nameof(Since), Words.T("请填写入住日期", "Enter the first day"));
        }

        if (string.IsNullOrWhiteSpace(DocumentNumber))
        {
            Errors.Add(nameof(DocumentNumber), Words.T("请填写证件号码", "Enter the identity number"));
        }

        if (Errors.Any)
        {
            return null;
        }

        var found = await residents.SearchAsync(Desk, new ResidentSearch { DocumentNumber = DocumentNumber!.Trim(), Limit = 1 }, cancellationToken);
        if (found.Items.Count == 0)
        {
            Errors.Add(nameof(DocumentNumber), Words.T("没有此证件号码的档案，请先登记", "Nobody with this number is on file; register first"));
            return null;
        }

        var outcome = await homes.MoveInAsync(Desk, new MoveIn(found.Items[0].Id, new RoomId(room), string.IsNullOrEmpty(Bed) ? null : Bed, null, since!.Value) { OfFamily = OfFamily }, cancellationToken);
        Errors.Take(outcome.Issues, s_fields, nameof(DocumentNumber));
        return outcome.Succeeded ? $"/homes/{id}" : null;
    }
}
