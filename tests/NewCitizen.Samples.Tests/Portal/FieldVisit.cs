using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Calendars;
using NewCitizen.Housing;
using NewCitizen.Inspections;
using NewCitizen.Plates;
using NodaTime;

namespace NewCitizen.Samples.Tests.Portal;

/// <summary>A home of the west station with a plate, an inspection to be done and a hazard, for the pages of field work.</summary>
internal sealed record FieldVisit(RentalPropertyId Home, string Token, InspectionId Inspection, HazardId Hazard)
{
    public static async Task<FieldVisit> OfAsync(PortalFactory factory)
    {
        var west = new AccessContext(AgencyId.Parse("west"), "west-clerk");
        var services = factory.Services;
        var homes = services.GetRequiredService<HousingManager>();
        var plates = services.GetRequiredService<PlateManager>();
        var inspections = services.GetRequiredService<InspectionManager>();
        var home = (await homes.ListPropertiesAsync(west, null, 1, null, default)).Items[0].Id;
        var plate = await plates.FindByHomeAsync(west, home, default) ?? (await plates.IssueAsync(west, home, null, default)).Require();
        var today = ShanghaiTime.Today(services.GetRequiredService<IClock>());
        var inspection = (await inspections.ListByHomeAsync(west, home, 10, null, default)).Items.FirstOrDefault(own => own.State == InspectionState.Planned)
            ?? (await inspections.PlanAsync(west, home, InspectionTemplate.FireExample.Code, today, default)).Require();
        var hazard = (await services.GetRequiredService<HazardManager>().ReportAsync(west, new(home, HazardSeverity.Major, "楼道内电动自行车充电"), default)).Require();
        return new(home, plates.TokenOf(plate).ToString(), inspection.Id, hazard.Id);
    }
}
