using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.Inspections.Rules;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Inspections;

/// <summary>Gathers what a grade may rest on, and grades (风险分级). Reads homes, rooms, numbers of people and hazards; never a resident's file. Thread-safe.</summary>
public sealed class RiskGradeManager
{
    private const int PageSize = 500;

    private readonly IHousingStore _homes;
    private readonly IInspectionStore _inspections;
    private readonly IHazardStore _hazards;
    private readonly AddressManager _addresses;
    private readonly IWorkCalendarSource _calendars;
    private readonly IClock _clock;
    private readonly RiskGrader _grader;

    /// <summary>Usually made by the container.</summary>
    public RiskGradeManager(
        IHousingStore homes, IInspectionStore inspections, IHazardStore hazards, AddressManager addresses, IWorkCalendarSource calendars, IOptions<InspectionOptions> options, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _homes = homes;
        _inspections = inspections;
        _hazards = hazards;
        _addresses = addresses;
        _calendars = calendars;
        _clock = clock;
        _grader = new([.. options.Value.GradePolicies]);
    }

    /// <summary>Grades a home as it stands today.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="home">The home.</param>
    /// <param name="complaintsInYear">Justified complaints of the last twelve months; null where they are not counted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The grade with its findings; refused with NC2653 if there is no such home.</returns>
    public async ValueTask<Outcome<GradeResult>> GradeAsync(AccessContext context, RentalPropertyId home, int? complaintsInYear, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var property = await _homes.FindPropertyAsync(context.Agency, home, cancellationToken).ConfigureAwait(false);
        if (property is null)
        {
            return Outcome<GradeResult>.Refused(InspectionErrors.HomeMissing);
        }

        var address = await _addresses.FindAsync(context, property.Address, cancellationToken).ConfigureAwait(false);
        DivisionCode? place = address?.DivisionCode is { Length: >= 6 } code && DivisionCode.TryParse(code[..6], out var division) ? division : null;
        var facts = await ReadFactsAsync(context, home, complaintsInYear, cancellationToken).ConfigureAwait(false);
        return Outcome<GradeResult>.Done(_grader.Assess(facts, ShanghaiTime.Today(_clock), place));
    }

    /// <summary>The facts of a home today.</summary>
    public async ValueTask<GradeFacts> ReadFactsAsync(AccessContext context, RentalPropertyId home, int? complaintsInYear, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var rooms = await AllAsync(after => _homes.ListRoomsAsync(context.Agency, home, PageSize, after, cancellationToken)).ConfigureAwait(false);
        var hazards = (await AllAsync(after => _hazards.ListByHomeAsync(context.Agency, home, PageSize, after, cancellationToken)).ConfigureAwait(false))
            .Where(hazard => hazard.State != HazardState.Closed)
            .ToArray();
        var last = (await AllAsync(after => _inspections.ListByHomeAsync(context.Agency, home, PageSize, after, cancellationToken)).ConfigureAwait(false))
            .Where(inspection => inspection is { State: InspectionState.Done, PeopleFound: not null })
            .MaxBy(inspection => inspection.DoneOn);
        var (calendar, now) = (_calendars.Current, _clock.GetCurrentInstant());
        var over = hazards.Select(hazard => hazard.Due(calendar) is { } due ? due.IsOver(now) : false).ToArray();
        return new()
        {
            Rooms = rooms.Count,
            Beds = rooms.Sum(room => room.Beds.Count),
            OverOccupiedRooms = rooms.Count(room => room.Capacity is { } capacity && room.Occupied > capacity),
            PeopleOnFile = rooms.Sum(room => room.Occupied),
            PeopleFound = last?.PeopleFound,
            OpenMajorHazards = hazards.Count(hazard => hazard.Severity == HazardSeverity.Major),
            OpenHazards = hazards.Count(hazard => hazard.Severity == HazardSeverity.Ordinary),
            OverdueHazards = Array.Exists(over, isOver => isOver is null) ? null : over.Count(isOver => isOver == true),
            ComplaintsInYear = complaintsInYear,
        };
    }

    private static async ValueTask<List<T>> AllAsync<T>(Func<string?, ValueTask<Page<T>>> read)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var page = await read(after).ConfigureAwait(false);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
