using NewCitizen.Access;
using NewCitizen.Cases;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NewCitizen.Residents;
using NewCitizen.Services;
using NodaTime;
using Portal.Hall;

namespace Portal.Seeding;

/// <summary>Cases of made-up people in every state: from windows during a played day, and some that were there before it.</summary>
internal sealed class CaseSeeder(CaseManager cases, RatingManager ratings, ServiceItemManager items, HallContexts contexts, DemoClock clock)
{
    private const int FirstPerson = 500;
    private int _opened;

    /// <summary>Opens a case for a ticket that is being served, and brings some of them to their end.</summary>
    public async Task OpenAsync(AccessContext desk, ServiceCentre hall, ServiceWindow window, QueueTicket ticket, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(desk, ticket.Items[0], cancellationToken) is not { } item)
        {
            return;
        }

        var i = _opened++;
        var command = Command(item, i, ServiceChannels.Window, [.. item.Materials.Select(paper => paper.Code)]) with
        {
            Centre = hall.Id,
            Window = window.Code,
            Ticket = ticket.Id.Value,
            Appointment = ticket.Appointment?.Value,
        };
        if (await cases.SubmitAsync(desk, command, null, cancellationToken) is not { Succeeded: true, Value: { } own }
            || await cases.AcceptAsync(desk, own.Id, own.Revision, cancellationToken) is not { Succeeded: true, Value: { } accepted }
            || i % 3 == 0
            || await cases.DecideAsync(desk, own.Id, accepted.Revision, granted: true, null, cancellationToken) is not { Succeeded: true, Value: { } decided })
        {
            return;
        }

        await cases.DeliverAsync(desk, own.Id, decided.Revision, cancellationToken);
        var level = i % 11 == 4 ? RatingLevel.Dissatisfied : i % 4 == 1 ? RatingLevel.Satisfied : RatingLevel.VerySatisfied;
        await ratings.RateAsync(desk, new RateCase(own.Id, level, level == RatingLevel.Dissatisfied ? "排队太久" : null, IsAnonymous: false), null, cancellationToken);
    }

    /// <summary>One that is overdue, one that waits for papers, one that came in online today. Once a store.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var desk = contexts.Start;
        var now = clock.GetCurrentInstant();
        if ((await cases.ListAsync(desk, [CaseState.SupplementAsked], 1, null, cancellationToken)).Items.Count > 0 || await items.FindByCodeAsync(desk, "permit-endorse", cancellationToken) is not { } endorse)
        {
            return;
        }

        try
        {
            clock.Set(now - Duration.FromDays(28));
            if (await items.FindByCodeAsync(desk, "permit-apply", cancellationToken) is { } apply
                && await cases.SubmitAsync(desk, Command(apply, 90, ServiceChannels.Window, [.. apply.Materials.Select(paper => paper.Code)]), null, cancellationToken) is { Succeeded: true, Value: { } late })
            {
                await cases.AcceptAsync(desk, late.Id, late.Revision, cancellationToken);
            }

            clock.Set(now - Duration.FromDays(1));
            if (await cases.SubmitAsync(desk, Command(endorse, 91, ServiceChannels.Online, ["id-card"]), null, cancellationToken) is { Succeeded: true, Value: { } incomplete })
            {
                await cases.AskSupplementAsync(desk, incomplete.Id, incomplete.Revision, [], cancellationToken);
            }

            clock.Set(now - Duration.FromHours(1));
            await cases.SubmitAsync(desk, Command(endorse, 92, ServiceChannels.Online, [.. endorse.Materials.Select(paper => paper.Code)]), null, cancellationToken);
        }
        finally
        {
            clock.Set(null);
        }
    }

    private static SubmitCase Command(ServiceItem item, int person, ServiceChannels channel, IReadOnlyList<string> papers)
    {
        var own = MadeUpPeople.Of(FirstPerson + person, 1).Single();
        return new SubmitCase
        {
            Item = item.Id,
            Channel = channel,
            Applicant = new StatedApplicant { Name = own.Name, Document = new StatedDocument { Kind = "111", Number = own.Number }, Phone = own.Phone },
            Papers = papers,
        };
    }
}
