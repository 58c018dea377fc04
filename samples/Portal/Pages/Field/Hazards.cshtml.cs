using NewCitizen.Addresses;
using NewCitizen.Housing;
using NewCitizen.Inspections;
using NodaTime;
using Portal.Field;
using Portal.Forms;

namespace Portal.Pages.Field;

public sealed class HazardsModel(HazardManager hazards, HousingManager homes, AddressManager addresses) : PortalPage
{
    private const int Most = 200;

    public IReadOnlyList<HazardRow> Rows { get; private set; } = [];

    public InspectionFigures Figures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var open = (await hazards.ListOpenAsync(Desk, Most, after: null, cancellationToken)).Items;
        var names = await HomeNames.OfAsync(Desk, open.Select(line => line.Hazard.Home), homes, addresses, cancellationToken);
        Figures = await hazards.CountAsync(Desk, new LocalDate(Today.Year, 1, 1), Today.PlusDays(1), cancellationToken);

        // Overdue ones first, then by their day; those without one last.
        Rows = [.. open.OrderByDescending(line => line.IsOverdue == true).ThenBy(line => line.Due?.LastDay ?? LocalDate.MaxIsoValue).Select(line => new HazardRow(line, names[line.Hazard.Home]))];
    }
}
