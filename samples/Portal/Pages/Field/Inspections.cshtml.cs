using NewCitizen.Addresses;
using NewCitizen.Housing;
using NewCitizen.Inspections;
using NodaTime;
using Portal.Field;
using Portal.Forms;

namespace Portal.Pages.Field;

public sealed class InspectionsModel(InspectionManager inspections, HousingManager homes, AddressManager addresses) : PortalPage
{
    private const int Most = 100;

    public IReadOnlyList<InspectionLine> Lines { get; private set; } = [];

    public LocalDate Day => Today;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var open = (await inspections.ListOpenAsync(Desk, Most, after: null, cancellationToken)).Items;
        var names = await HomeNames.OfAsync(Desk, open.Select(inspection => inspection.Home), homes, addresses, cancellationToken);
        Lines = [.. open.Select(inspection => new InspectionLine(inspection, names[inspection.Home]))];
    }
}
