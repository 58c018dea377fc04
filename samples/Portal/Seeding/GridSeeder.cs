using NewCitizen.Collection;
using NewCitizen.Grid;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NodaTime;
using Portal.Hall;

namespace Portal.Seeding;

/// <summary>One cell with its worker, the clerk of the west station, and two reports that do not agree, so that there is a task to decide.</summary>
internal sealed class GridSeeder(GridManager grid, CollectionManager collection, HousingManager homes, HallContexts contexts)
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var desk = contexts.Start;
        if ((await grid.ListCellsAsync(desk, 1, null, cancellationToken)).Items.Count > 0)
        {
            return;
        }

        var properties = (await homes.ListPropertiesAsync(desk, null, 100, null, cancellationToken)).Items;
        if (properties.Count == 0)
        {
            return;
        }

        var cell = (await grid.AddCellAsync(desk, new AddGridCell("W-01", "天海第一网格", [], [.. properties.Select(home => home.Id)]), cancellationToken)).Require();
        var worker = (await grid.AddWorkerAsync(desk, new AddGridWorker("west-clerk", "周网格", "19900009101", []), cancellationToken)).Require();
        (await grid.AssignAsync(desk, cell.Id, cell.Revision, worker.Id, new LocalDate(2026, 1, 1), null, cancellationToken)).Require();
        var report = new ReportStay
        {
            Party = ReportingParty.Landlord,
            Kind = StayReportKind.Arrival,
            Name = "许晓安",
            Document = new StatedDocument { Kind = "516", Number = "H00000071" },
            Home = properties[0].Id,
            On = new LocalDate(2026, 1, 5),
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { [StayFacts.Room] = "101" },
            Channel = "demo",
        };
        (await collection.ReportAsync(desk, report, null, cancellationToken)).Require();
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { [StayFacts.Room] = "102" };
        (await collection.ReportAsync(desk, report with { Party = ReportingParty.Employer, Facts = facts }, null, cancellationToken)).Require();
    }
}
