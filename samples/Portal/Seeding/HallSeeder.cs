using NewCitizen.Access;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NewCitizen.Services;
using NodaTime;
using Portal.Hall;

namespace Portal.Seeding;

/// <summary>Puts the sample hall, office and stations on file and sets up their lines. May run at every start.</summary>
internal sealed class HallSeeder(ServiceItemManager items, CentreManager centres, QueueManager queue, HallContexts contexts)
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var desk = contexts.Start;
        var report = (await CentreSeed.Sample.ApplyAsync(desk, items, centres, cancellationToken)).Require();
        foreach (var (code, id) in report.Centres)
        {
            if (await queue.FindSetupAsync(desk, id, cancellationToken) is null && await centres.FindAsync(desk, id, cancellationToken) is { Windows.Count: > 0 } centre)
            {
                (await queue.SetUpAsync(desk, Setup(centre, code == "hall" ? HallLines(report.Items) : [Line("S", "综合业务", "All matters", [.. centre.Windows.SelectMany(window => window.Items).Distinct()])]), cancellationToken)).Require();
            }
        }
    }

    private static QueueSetup Setup(ServiceCentre centre, IReadOnlyList<QueueGroup> lines) => new()
    {
        Centre = centre.Id,
        Groups = lines,
        MostOvertakes = 3,
        LongestWait = Duration.FromMinutes(60),
        EarlyCall = Duration.FromMinutes(5),
        NoShowAfter = Duration.FromMinutes(1),
        MostRecalls = 3,
        TicketsBefore = Duration.FromMinutes(30),
        LastTicketBefore = Duration.FromMinutes(15),
        PriorityClasses = [new("elderly", "老年人、残疾人", "Elderly or disabled")],
    };

    private static QueueGroup[] HallLines(IReadOnlyDictionary<string, ServiceItemId> item) =>
    [
        Line("A", "居住证", "Residence permits", [item["permit-apply"], item["permit-endorse"], item["permit-replace"], item["residence-register"]]),
        Line("B", "公安", "Police", [item["police-consult"], item["lease-file"]]),
        Line("C", "计划生育", "Family planning", [item["family-certificate"]]),
        Line("D", "法律救助", "Legal aid", [item["legal-aid"]]),
        Line("E", "综合查询", "Queries", [item["record-query"], item["general-consult"]]),
    ];

    private static QueueGroup Line(string prefix, string name, string english, IReadOnlyList<ServiceItemId> items) => new(prefix, name, english, items);
}
