using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Centres;

/// <summary>
/// Keeps service halls, stations and offices (服务中心管理): hours, windows, booking plans, one-off closures and openings. A centre is one record:
/// whoever books checks its revision, so no booking slips past a closure. Thread-safe.
/// </summary>
public sealed class CentreManager
{
    // Bookings only check the record; what changes it is other clerks, and those are few.
    private const int MaxRounds = 16;
    private const int MaxKeys = 100;

    private readonly IRecordStore _store;
    private readonly IServiceCentreStore _centres;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;

    /// <summary>Usually made by the container.</summary>
    public CentreManager(IRecordStore store, IServiceCentreStore centres, IClock clock, IIdGenerator ids)
    {
        _store = store;
        _centres = centres;
        _clock = clock;
        _ids = ids;
    }

    /// <summary>Adds a centre.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="centre">The centre; its revision and retired plans do not count, and with an id of zeros it is given one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The centre as stored; refused with NC2200–NC2217 and the place of each thing that is wrong, NC2201 if the code is taken, NC3000 if the id is.</returns>
    public async ValueTask<Outcome<ServiceCentre>> AddAsync(AccessContext context, ServiceCentre centre, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(centre);
        using var span = NewCitizenTelemetry.Start("centre.add");
        var added = centre with { Id = centre.Id == default ? ServiceCentreId.New(_ids) : centre.Id, RetiredPlans = [] };
        return await WriteAsync(context, added, ExpectedVersion.Missing, "centre.add", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Replaces a centre.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="centre">The centre as it shall be, with the revision the caller has seen. Codes of plans it no longer has are retired for ever.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The centre as stored; refused as by <see cref="AddAsync"/>, with NC2215 for a code of a retired plan, NC3012 if it is not there, NC3000 if it was changed meanwhile.</returns>
    public async ValueTask<Outcome<ServiceCentre>> ReplaceAsync(AccessContext context, ServiceCentre centre, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(centre);
        using var span = NewCitizenTelemetry.Start("centre.replace");
        var current = await _centres.FindAsync(context.Agency, centre.Id, cancellationToken).ConfigureAwait(false);
        if (current is null)
        {
            return Outcome<ServiceCentre>.Refused(StorageErrors.NotFound);
        }

        if (current.Revision != centre.Revision)
        {
            return Outcome<ServiceCentre>.Refused(StorageErrors.Conflict);
        }

        var again = centre.Plans
            .Select((plan, i) => (plan.Code, Place: ServiceRules.At("/plans", i) + "/code"))
            .Where(plan => current.RetiredPlans.Contains(plan.Code, StringComparer.Ordinal))
            .Select(plan => new Issue(ServiceErrors.PlanRetired, IssueLocation.At(plan.Place)))
            .ToArray();
        if (again.Length > 0)
        {
            return Outcome<ServiceCentre>.Refused(again);
        }

        var gone = current.Plans.Select(plan => plan.Code).Where(code => centre.FindPlan(code) is null);
        var replaced = centre with { RetiredPlans = [.. current.RetiredPlans, .. gone] };
        return await WriteAsync(context, replaced, centre.Revision.Expected, "centre.replace", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes a centre on some days (临时停办). Bookings already made are found by the sweep of appointments; none is lost.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The centre.</param>
    /// <param name="from">First day, in Asia/Shanghai; today or later, or a day in the past if the closure still goes on.</param>
    /// <param name="until">Last day.</param>
    /// <param name="reason">Shown to the public, 1 to 200 characters. No personal data.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The centre as stored; refused with NC2202, NC2205, NC2217, NC2218 or NC3012.</returns>
    public ValueTask<Outcome<ServiceCentre>> CloseAsync(AccessContext context, ServiceCentreId id, LocalDate from, LocalDate until, string reason, CancellationToken cancellationToken) =>
        ExceptAsync(context, id, new DayException(from, until, [], reason), "centre.close", cancellationToken);

    /// <summary>Opens a centre on some days, or changes their hours (临时加开).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The centre.</param>
    /// <param name="from">First day, in Asia/Shanghai.</param>
    /// <param name="until">Last day, not over.</param>
    /// <param name="periods">When it is open on each of the days, instead of the usual hours.</param>
    /// <param name="reason">Shown to the public, 1 to 200 characters. No personal data.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The centre as stored; refused as by <see cref="CloseAsync"/>, with NC2209 or NC2219 for its periods.</returns>
    public async ValueTask<Outcome<ServiceCentre>> OpenAsync(
        AccessContext context, ServiceCentreId id, LocalDate from, LocalDate until, IReadOnlyList<OpenPeriod> periods, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(periods);
        return periods.Count == 0
            ? Outcome<ServiceCentre>.Refused([new Issue(ServiceErrors.NoPeriod, IssueLocation.At("/open"))])
            : await ExceptAsync(context, id, new DayException(from, until, [.. periods], reason), "centre.open", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one centre; null if there is none in the caller's agency.</summary>
    public ValueTask<ServiceCentre?> FindAsync(AccessContext context, ServiceCentreId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _centres.FindAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Reads a centre by its code; null if there is none in the caller's agency.</summary>
    public ValueTask<ServiceCentre?> FindByCodeAsync(AccessContext context, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _centres.FindByCodeAsync(context.Agency, code, cancellationToken);
    }

    /// <summary>Lists centres, oldest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<ServiceCentre>> ListAsync(AccessContext context, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _centres.ListAsync(context.Agency, limit, after, cancellationToken);
    }

    private async ValueTask<Outcome<ServiceCentre>> ExceptAsync(AccessContext context, ServiceCentreId id, DayException exception, string action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start(action);
        var issues = new List<Issue>();
        CentreRules.Exception(exception, string.Empty, issues);
        if (issues.Count == 0 && exception.Until < ShanghaiTime.Today(_clock))
        {
            issues.Add(new Issue(ServiceErrors.DaysOver, IssueLocation.At("/until")));
        }

        if (issues.Count > 0)
        {
            return Outcome<ServiceCentre>.Refused(issues);
        }

        for (var round = 1; ; round++)
        {
            var centre = await _centres.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
            if (centre is null)
            {
                return Outcome<ServiceCentre>.Refused(StorageErrors.NotFound);
            }

            var outcome = await WriteAsync(context, centre with { Exceptions = [.. centre.Exceptions, exception] }, centre.Revision.Expected, action, cancellationToken).ConfigureAwait(false);
            if (outcome.Succeeded || outcome.FirstError.Code != StorageErrors.Conflict || round == MaxRounds)
            {
                return outcome;
            }
        }
    }

    private async ValueTask<Outcome<ServiceCentre>> WriteAsync(AccessContext context, ServiceCentre centre, ExpectedVersion expected, string action, CancellationToken cancellationToken)
    {
        var issues = CentreRules.Check(centre);
        if (issues.Count > 0)
        {
            return Outcome<ServiceCentre>.Refused(issues);
        }

        if (await MissingItemsAsync(context, centre, cancellationToken).ConfigureAwait(false) is { Count: > 0 } missing)
        {
            return Outcome<ServiceCentre>.Refused(missing);
        }

        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, action, CentreKinds.ServiceCentre, centre.Id.Value));
        _centres.Stage(batch, centre, expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => Outcome<ServiceCentre>.Done(centre with { Revision = new(result.Versions[^1]) }),
            { Status: CommitStatus.NotUnique } => Outcome<ServiceCentre>.Refused([new Issue(ServiceErrors.CodeTaken, IssueLocation.At("/code"))]),
            _ => Outcome<ServiceCentre>.Refused([CommitFailures.Issue(result)]),
        };
    }

    // Items are never deleted, so one that is there now is there at the commit too; a hall has more of them than a batch takes checks.
    private async ValueTask<List<Issue>> MissingItemsAsync(AccessContext context, ServiceCentre centre, CancellationToken cancellationToken)
    {
        var issues = new List<Issue>();
        foreach (var some in CentreRules.ItemsOf(centre).DistinctBy(named => named.Item).Chunk(MaxKeys))
        {
            var found = await _store
                .GetManyAsync([.. some.Select(named => new RecordKey(context.Agency, ServiceKinds.ServiceItem, named.Item.Value))], cancellationToken)
                .ConfigureAwait(false);
            issues.AddRange(some.Where((_, i) => found[i] is null).Select(named => new Issue(ServiceErrors.ItemUnknown, IssueLocation.At(named.Pointer))));
        }

        return issues;
    }
}
