using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Collection;
using NewCitizen.Grid;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Samples.Tests.Portal;

/// <summary>A cell with the clerk of the west station as its worker, and two reports that do not agree: the task to decide between them. Made once a portal.</summary>
internal static class GridVisit
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<PortalFactory, Lazy<Task<Guid>>> s_made = [];

    public static Task<Guid> OfAsync(PortalFactory factory) => s_made.GetValue(factory, own => new(() => MakeAsync(own))).Value;

    private static async Task<Guid> MakeAsync(PortalFactory factory)
    {
        var services = factory.Services;
        var grid = services.GetRequiredService<GridManager>();
        var collection = services.GetRequiredService<CollectionManager>();
        var home = (await services.GetRequiredService<HousingManager>().ListPropertiesAsync(HallVisit.Desk, null, 1, null, default)).Items[0];
        var cell = (await grid.AddCellAsync(HallVisit.Desk, new AddGridCell("T-01", "试验网格", [], [home.Id]), default)).Require();
        var worker = (await grid.AddWorkerAsync(HallVisit.Desk, new AddGridWorker("west-clerk", "周网格", "19900009101", []), default)).Require();
        (await grid.AssignAsync(HallVisit.Desk, cell.Id, cell.Revision, worker.Id, new LocalDate(2026, 1, 1), null, default)).Require();
        var report = new ReportStay
        {
            Party = ReportingParty.Landlord,
            Kind = StayReportKind.Arrival,
            Name = "许晓安",
            Document = new StatedDocument { Number = HallVisit.Numbers()[40] },
            Home = home.Id,
            On = new LocalDate(2026, 1, 5),
            Facts = new Dictionary<string, string> { [StayFacts.Room] = "101" },
        };
        (await collection.ReportAsync(HallVisit.Desk, report, null, default)).Require();
        var other = report with { Party = ReportingParty.Employer, Facts = new Dictionary<string, string> { [StayFacts.Room] = "102" } };
        return (await collection.ReportAsync(HallVisit.Desk, other, null, default)).Require().Tasks[0].Value;
    }
}
