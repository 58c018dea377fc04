using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Endpoints;
using NewCitizen.AspNetCore.Health;

namespace Microsoft.AspNetCore.Builder;

/// <summary>
/// Maps the endpoints of the SDK: <c>app.MapGroup("/api/v1").MapNewCitizen()</c>. All are closed: they ask for the policies of
/// <see cref="NewCitizenPolicies"/>, whatever the host's defaults are.
/// </summary>
public static class NewCitizenEndpointRoutes
{
    /// <summary>Maps all groups but health.</summary>
    public static IEndpointRouteBuilder MapNewCitizen(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapNewCitizenResidents();
        endpoints.MapNewCitizenHomes();
        endpoints.MapNewCitizenAddresses();
        endpoints.MapNewCitizenCodes();
        endpoints.MapNewCitizenServices();
        endpoints.MapNewCitizenQueues();
        endpoints.MapNewCitizenCases();
        endpoints.MapNewCitizenField();
        endpoints.MapNewCitizenPermits();
        endpoints.MapNewCitizenAppointments();
        endpoints.MapNewCitizenCollection();
        return endpoints;
    }

    /// <summary>Residents' files (新市民档案): search, register, read masked and in full, stays, timeline.</summary>
    public static RouteGroupBuilder MapNewCitizenResidents(this IEndpointRouteBuilder endpoints)
    {
        var group = EndpointGroup.Open(endpoints, "/residents", "Residents");
        ResidentEndpoints.Map(group);
        RevealEndpoints.Map(group);
        return group;
    }

    /// <summary>Homes that are let (出租房屋): homes, rooms, moving in and out.</summary>
    public static RouteGroupBuilder MapNewCitizenHomes(this IEndpointRouteBuilder endpoints)
    {
        var group = EndpointGroup.Open(endpoints, "/homes", "Homes");
        HousingEndpoints.Map(group);
        return group;
    }

    /// <summary>Standard addresses (标准地址).</summary>
    public static RouteGroupBuilder MapNewCitizenAddresses(this IEndpointRouteBuilder endpoints)
    {
        var group = EndpointGroup.Open(endpoints, "/addresses", "Addresses");
        AddressEndpoints.Map(group);
        return group;
    }

    /// <summary>Code tables and divisions (代码表、行政区划).</summary>
    public static RouteGroupBuilder MapNewCitizenCodes(this IEndpointRouteBuilder endpoints)
    {
        var group = EndpointGroup.Open(endpoints, "/codes", "Codes");
        CodeEndpoints.Map(group);
        return group;
    }

    /// <summary>What offices do and where (事项、服务中心): items with their papers, one-time notice, centres, opening of a day. Nothing personal.</summary>
    public static IEndpointRouteBuilder MapNewCitizenServices(this IEndpointRouteBuilder endpoints)
    {
        ServiceItemEndpoints.Map(EndpointGroup.Open(endpoints, "/service-items", "Service items"));
        CentreEndpoints.Map(EndpointGroup.Open(endpoints, "/centres", "Centres"));
        return endpoints;
    }

    /// <summary>The lines of a hall (排队叫号): tickets, check-in, place and wait, calling, serving. Nothing personal.</summary>
    public static RouteGroupBuilder MapNewCitizenQueues(this IEndpointRouteBuilder endpoints)
    {
        var group = EndpointGroup.Open(endpoints, "/queues", "Queues");
        QueueEndpoints.Map(group);
        TicketEndpoints.Map(group);
        return group;
    }

    /// <summary>Cases and their ratings (办件、好差评).</summary>
    public static IEndpointRouteBuilder MapNewCitizenCases(this IEndpointRouteBuilder endpoints)
    {
        CaseEndpoints.Map(EndpointGroup.Open(endpoints, "/cases", "Cases"));
        RatingEndpoints.Map(EndpointGroup.Open(endpoints, "/ratings", "Ratings"));
        return endpoints;
    }

    /// <summary>Field work (二维码门牌、检查、隐患): door plates, inspections with photos and grades, hazards to their closing.</summary>
    public static IEndpointRouteBuilder MapNewCitizenField(this IEndpointRouteBuilder endpoints)
    {
        PlateEndpoints.Map(EndpointGroup.Open(endpoints, "/plates", "Door plates"));
        InspectionEndpoints.Map(EndpointGroup.Open(endpoints, "/inspections", "Inspections"));
        HazardEndpoints.Map(EndpointGroup.Open(endpoints, "/hazards", "Hazards"));
        return endpoints;
    }

    /// <summary>Appointments (预约): free slots, holds, bookings, changes, people masked.</summary>
    public static IEndpointRouteBuilder MapNewCitizenAppointments(this IEndpointRouteBuilder endpoints)
    {
        AppointmentEndpoints.Map(EndpointGroup.Open(endpoints, "/appointments", "Appointments"));
        return endpoints;
    }

    /// <summary>Residence permits (居住证): eligibility, applications, endorsements, cards.</summary>
    public static RouteGroupBuilder MapNewCitizenPermits(this IEndpointRouteBuilder endpoints)
    {
        var group = EndpointGroup.Open(endpoints, "/permits", "Permits");
        PermitEndpoints.Map(group);
        return group;
    }

    /// <summary>
    /// How the host is doing (健康检查), open to all on purpose: at the path itself one word for a load balancer, below it <c>/live</c> (the process answers;
    /// asks nothing of the store, so that an outage of the database does not restart every host) and <c>/ready</c> (all checks, as JSON of names,
    /// states, codes and figures). 200 while healthy or degraded, 503 when not.
    /// </summary>
    /// <param name="endpoints">The host's routes.</param>
    /// <param name="pattern">Path, such as <c>/health</c>.</param>
    public static IEndpointConventionBuilder MapNewCitizenHealth(this IEndpointRouteBuilder endpoints, string pattern = "/health")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var group = endpoints.MapGroup(pattern);
        group.MapHealthChecks("", new HealthCheckOptions { Predicate = Own });
        group.MapHealthChecks("/live", new HealthCheckOptions { Predicate = _ => false });
        group.MapHealthChecks("/ready", new HealthCheckOptions { Predicate = Own, ResponseWriter = HealthJson.WriteAsync });
        return group.AllowAnonymous();

        static bool Own(HealthCheckRegistration check) => check.Tags.Contains(NewCitizenHealthCheck.Tag);
    }
}
