using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Endpoints;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints of collection, grid and checklists.</summary>
public static class NewCitizenCollectionRoutes
{
    /// <summary>Reports of stays, cells and tasks of grid workers, checklists (社会化采集、网格、清单). Mapped by <see cref="NewCitizenEndpointRoutes.MapNewCitizen"/> too.</summary>
    public static IEndpointRouteBuilder MapNewCitizenCollection(this IEndpointRouteBuilder endpoints)
    {
        StayReportEndpoints.Map(EndpointGroup.Open(endpoints, "/reports", "Stay reports"));
        var grid = EndpointGroup.Open(endpoints, "/grid", "Grid");
        GridEndpoints.Map(grid);
        GridTaskEndpoints.Map(grid);
        ChecklistEndpoints.Map(EndpointGroup.Open(endpoints, "/checklists", "Checklists"));
        return endpoints;
    }
}
