using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Divisions;
using NewCitizen.Housing;
using Portal.Forms;

namespace Portal.Pages.Homes;

[Authorize(NewCitizenPolicies.Write)]
public sealed class AddModel(HousingManager homes) : PortalPage
{
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal)
    {
        ["/address"] = nameof(Address),
        ["/divisionCode"] = nameof(Division),
        ["/name"] = nameof(HouseName),
        ["/landlordName"] = nameof(LandlordName),
        ["/landlordPhone"] = nameof(LandlordPhone),
    };

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Division { get; set; }

    [BindProperty]
    public PropertyKind Kind { get; set; }

    [BindProperty]
    public string? HouseName { get; set; }

    [BindProperty]
    public string? LandlordName { get; set; }

    [BindProperty]
    public string? LandlordPhone { get; set; }

    public IReadOnlyList<(string Value, string Text)> Kinds { get; } = [.. Enum.GetValues<PropertyKind>().Select(kind => (kind.ToString(), Show.Kind(kind)))];

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SubmitAsync(() => AddAsync(cancellationToken), () => Task.FromResult<IActionResult>(Page()));

    private async Task<string?> AddAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(Division) && !DivisionCode.TryParse(Division.Trim(), out _))
        {
            Errors.Add(nameof(Division), Words.T("行政区划代码：请填写六位代码", "Division code: enter six digits"));
            return null;
        }

        var command = new AddRentalProperty
        {
            Address = Address ?? string.Empty,
            DivisionCode = string.IsNullOrWhiteSpace(Division) ? null : Division.Trim(),
            Kind = Kind,
            Name = string.IsNullOrWhiteSpace(HouseName) ? null : HouseName,
            LandlordName = LandlordName ?? string.Empty,
            LandlordPhone = LandlordPhone,
        };
        var outcome = await homes.AddPropertyAsync(Desk, command, StoreKey(Address, Division, Kind.ToString(), HouseName, LandlordName, LandlordPhone), cancellationToken);
        Errors.Take(outcome.Issues, s_fields, nameof(Address));
        return outcome.Succeeded ? $"/homes/{outcome.Value.Id}" : null;
    }
}
