using Microsoft.AspNetCore.Mvc;
using NewCitizen.Housing;
using NewCitizen.Housing.Registers;
using NodaTime.Text;
using Portal.Forms;

namespace Portal.Pages.Homes;

public sealed class RegisterModel(HouseRegister register) : PortalPage
{
    public Guid HomeId { get; private set; }

    public IReadOnlyList<RegisterLine> Lines { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Day { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var parsed = LocalDatePattern.Iso.Parse(Day ?? string.Empty);
        var day = parsed.Success ? parsed.Value : Today;
        (HomeId, Day) = (id, Iso(day));
        var outcome = await register.OnAsync(Desk, new RentalPropertyId(id), day, cancellationToken);
        if (!outcome.Succeeded)
        {
            return NotFound();
        }

        Lines = outcome.Value;
        return Page();
    }
}
