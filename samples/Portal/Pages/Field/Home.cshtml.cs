using Microsoft.AspNetCore.Mvc;
using NewCitizen.Addresses;
using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.Inspections;
using NewCitizen.Plates;
using NewCitizen.Plates.Printing;
using Portal.Forms;

namespace Portal.Pages.Field;

public sealed class HomeModel(
    HousingManager homes, AddressManager addresses, PlateManager plates, InspectionManager inspections, HazardManager hazards, RiskGradeManager grades, IConfiguration configuration) : PortalPage
{
    private const int Most = 100;

    public RentalPropertyId Id { get; private set; }

    public string Address { get; private set; } = "—";

    public DoorPlate? Plate { get; private set; }

    public string Svg { get; private set; } = string.Empty;

    public GradeResult Grade { get; private set; } = null!;

    public IReadOnlyList<Inspection> Inspections { get; private set; } = [];

    public IReadOnlyList<HazardLine> Hazards { get; private set; } = [];

    public bool MayWrite => Roles.MayWrite(User);

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(new(id), cancellationToken);

    public Task<IActionResult> OnPostIssueAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(id, async () => Take((await plates.IssueAsync(Desk, new(id), StoreKey("plate", id.ToString()), cancellationToken)).Issues), cancellationToken);

    public Task<IActionResult> OnPostReplaceAsync(Guid id, CancellationToken cancellationToken) => DoAsync(
        id,
        async () =>
        {
            if (await plates.FindByHomeAsync(Desk, new(id), cancellationToken) is { } plate && Enum.TryParse<PlateRevocation>(Reason, out var reason))
            {
                Take((await plates.ReplaceAsync(Desk, plate.Id, plate.Revision, reason, cancellationToken)).Issues);
            }
        },
        cancellationToken);

    public Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken) => DoAsync(
        id,
        async () =>
        {
            if (await plates.FindByHomeAsync(Desk, new(id), cancellationToken) is { } plate && Enum.TryParse<PlateRevocation>(Reason, out var reason))
            {
                Take((await plates.RevokeAsync(Desk, plate.Id, plate.Revision, reason, cancellationToken)).Issues);
            }
        },
        cancellationToken);

    public Task<IActionResult> OnPostPlanAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(id, async () => Take((await inspections.PlanByGradeAsync(Desk, new(id), InspectionTemplate.FireExample.Code, cancellationToken)).Issues), cancellationToken);

    private void Take(IReadOnlyList<Issue> issues) => Errors.Take(issues, new Dictionary<string, string>(StringComparer.Ordinal), "Reason");

    private async Task<IActionResult> DoAsync(Guid id, Func<Task> act, CancellationToken cancellationToken) => MayWrite
        ? await SubmitAsync(
            async () =>
            {
                await act();
                return Errors.Any ? null : $"/homes/{id}/field";
            },
            () => ShowAsync(new(id), cancellationToken))
        : Forbid();

    private async Task<IActionResult> ShowAsync(RentalPropertyId id, CancellationToken cancellationToken)
    {
        if (await homes.FindPropertyAsync(Desk, id, cancellationToken) is not { } home)
        {
            return NotFound();
        }

        Id = id;
        Address = home.Name ?? (await addresses.FindAsync(Desk, home.Address, cancellationToken))?.Text ?? "—";
        Plate = await plates.FindByHomeAsync(Desk, id, cancellationToken);
        if (Plate is not null)
        {
            Svg = PlateSheet.Svg(new(Plate.Code.ToString(), SheetModel.AddressOf(configuration, Request).Of(plates.TokenOf(Plate))));
        }

        Grade = (await grades.GradeAsync(Desk, id, complaintsInYear: null, cancellationToken)).Require();
        Inspections = (await inspections.ListByHomeAsync(Desk, id, Most, after: null, cancellationToken)).Items;
        Hazards = (await hazards.ListByHomeAsync(Desk, id, Most, after: null, cancellationToken)).Items;
        return Page();
    }
}
