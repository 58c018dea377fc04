using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Housing;
using Portal.Forms;

namespace Portal.Pages.Homes;

[Authorize(NewCitizenPolicies.Write)]
public sealed class AddRoomModel(HousingManager homes) : PortalPage
{
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal)
    {
        ["/number"] = nameof(Number),
        ["/use"] = nameof(Use),
        ["/areaSquareMetres"] = nameof(Area),
        ["/capacity"] = nameof(Capacity),
        ["/beds"] = nameof(Beds),
    };

    public RentalProperty Home { get; private set; } = null!;

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public RoomUse Use { get; set; } = RoomUse.DormitoryRoom;

    [BindProperty]
    public bool ForLiving { get; set; } = true;

    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public string? Beds { get; set; }

    [BindProperty]
    public string? Capacity { get; set; }

    public IReadOnlyList<(string Value, string Text)> Uses { get; } = [.. Enum.GetValues<RoomUse>().Select(use => (use.ToString(), Show.Use(use)))];

    public IReadOnlyList<(string Value, string Text)> Livings { get; } = [("true", Words.T("是", "Yes")), ("false", Words.T("否", "No"))];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => FormAsync(id, cancellationToken);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => SubmitAsync(() => AddAsync(id, cancellationToken), () => FormAsync(id, cancellationToken));

    private async Task<IActionResult> FormAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await homes.FindPropertyAsync(Desk, new RentalPropertyId(id), cancellationToken) is not { } home)
        {
            return NotFound();
        }

        Home = home;
        return Page();
    }

    private async Task<string?> AddAsync(Guid id, CancellationToken cancellationToken)
    {
        decimal? area = null;
        if (!string.IsNullOrWhiteSpace(Area))
        {
            if (decimal.TryParse(Area, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number))
            {
                area = number;
            }
            else
            {
                Errors.Add(nameof(Area), Words.T("面积：请填写数字", "Area: enter a number"));
            }
        }

        int? capacity = null;
        if (!string.IsNullOrWhiteSpace(Capacity))
        {
            if (int.TryParse(Capacity.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                capacity = number;
            }
            else
            {
                Errors.Add(nameof(Capacity), Words.T("最多居住人数：请填写整数", "Most people: enter a whole number"));
            }
        }

        if (Errors.Any)
        {
            return null;
        }

        var beds = (Beds ?? string.Empty).Split([' ', '　', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries);
        var outcome = await homes.AddRoomAsync(Desk, new AddRoom(new RentalPropertyId(id), Number ?? string.Empty, Use, area, beds, capacity) { ForLiving = ForLiving }, cancellationToken);
        Errors.Take(outcome.Issues, s_fields, outcome.Issues.Any(issue => issue.Location.Pointer?.StartsWith("/beds", StringComparison.Ordinal) == true) ? nameof(Beds) : nameof(Number));
        return outcome.Succeeded ? $"/homes/{id}" : null;
    }
}
