using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Collection;
using NewCitizen.Grid;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Collection;

/// <summary>An office with one home in a grid cell and a worker, and short ways to report.</summary>
internal sealed class CollectionDesk : IDisposable
{
    public CollectionDesk()
    {
        Office = new(builder => builder.Services.Configure<GridOptions>(options => options.Within[GridTaskKind.Conflict] = options.Within[GridTaskKind.Visit] = new WorkingDays(3)));
        (Home, Cell, Worker) = Task.Run(async () =>
        {
            var home = (await Office.Housing.AddPropertyAsync(Office.West, new AddRentalProperty { Address = "天津经济技术开发区第三大街16号3-201", DivisionCode = "120116", LandlordName = "李四" }, default)).Require();
            var cell = (await Grid.AddCellAsync(Office.West, new AddGridCell("G-01", "第一网格", [], [home.Id]), default)).Require();
            var worker = (await Grid.AddWorkerAsync(Office.West, new AddGridWorker("grid-1", "王五", "13900139000", []), default)).Require();
            cell = (await Grid.AssignAsync(Office.West, cell.Id, cell.Revision, worker.Id, new LocalDate(2026, 1, 1), null, default)).Require();
            return (home, cell, worker);
        }).GetAwaiter().GetResult();
    }

    public TestOffice Office { get; }

    public RentalProperty Home { get; }

    public GridCell Cell { get; }

    public GridWorker Worker { get; }

    public AccessContext West => Office.West;

    public AccessContext OnSpot { get; } = new(Agencies.AgencyId.Parse("west"), "grid-1");

    public CollectionManager Collection => Office.Get<CollectionManager>();

    public GridManager Grid => Office.Get<GridManager>();

    public void Dispose() => Office.Dispose();

    public ReportStay Arrival(ReportingParty party = ReportingParty.Resident, params (string Name, string Value)[] facts) => new()
    {
        Party = party,
        Kind = StayReportKind.Arrival,
        Name = "张三",
        Document = new StatedDocument { Number = TestOffice.Number },
        Home = Home.Id,
        On = new LocalDate(2026, 11, 1),
        Facts = facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal),
    };

    public async Task<Reported> ReportAsync(ReportStay command, RequestKey? key = null) => (await Collection.ReportAsync(West, command, key, default)).Require();

    public async Task<StayFile> StayAsync(Reported reported) => (await Collection.FindStayAsync(West, reported.Stay!.Value, default))!;

    public async Task<IReadOnlyList<GridTask>> TasksAsync(params GridTaskState[] states) => (await Grid.ListTasksAsync(West, states, null, 100, null, default)).Items;
}
