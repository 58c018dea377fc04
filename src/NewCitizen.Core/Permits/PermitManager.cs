using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Permits.Rules;
using NewCitizen.Residents;
using NewCitizen.Rules;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>
/// Residence permits from the application to the end (居住证管理), by 居住证暂行条例 and what the city has laid down. One living permit a person holds
/// inside the store's transaction; a suspension follows from the dates and waits for no job. Thread-safe.
/// </summary>
public sealed partial class PermitManager
{
    private const int PageSize = 200;
    private const int MaxRounds = 5;

    private readonly IRecordStore _store;
    private readonly IPermitStore _permits;
    private readonly IResidentStore _residents;
    private readonly IStandardAddressStore _addresses;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;
    private readonly PermitOptions _options;
    private readonly RuleTopic<PermitFacts> _topic;

    /// <summary>Usually made by the container.</summary>
    public PermitManager(
        IRecordStore store, IPermitStore permits, IResidentStore residents, IStandardAddressStore addresses, IOptions<PermitOptions> options, IClock clock, IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(options);
        _store = store;
        _permits = permits;
        _residents = residents;
        _addresses = addresses;
        _clock = clock;
        _ids = ids;
        _options = options.Value;
        Policies = new([.. _options.Policies]);
        _topic = PermitTopic.Create(Policies);
    }

    /// <summary>What cities have laid down, as configured.</summary>
    public PermitPolicies Policies { get; }

    private LocalDate Today => ShanghaiTime.Today(_clock);

    /// <summary>
    /// Whether a person can apply, worked out from the declared stays, with every condition, its rule and the gaps (申领资格核查). Holds no personal
    /// values.
    /// </summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="resident">The person's file.</param>
    /// <param name="stated">What the person states beside the register.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The eligibility; refused with NC2884 without an active file, NC2885 if the agency's division is not configured.</returns>
    public async ValueTask<Outcome<PermitEligibility>> AssessAsync(AccessContext context, ResidentId resident, PermitCircumstances stated, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(stated);
        using var span = NewCitizenTelemetry.Start("permit.assess");
        if (_options.DivisionOf(context.Agency) is not { } division)
        {
            return Outcome<PermitEligibility>.Refused(PermitErrors.DivisionNotConfigured, nameof(PermitOptions.Division));
        }

        var file = await _residents.FindAsync(context.Agency, resident, cancellationToken).ConfigureAwait(false);
        return file is { Status: ResidentStatus.Active }
            ? Outcome<PermitEligibility>.Done(await AssessAsync(context, file, division, stated, cancellationToken).ConfigureAwait(false))
            : Outcome<PermitEligibility>.Refused(PermitErrors.FileMissing);
    }

    /// <summary>Applies for a permit, online or at a desk (申领).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="command">Who applies, resting on what, with which papers. Papers may be missing: the office tells which, once.</param>
    /// <param name="requestKey">Makes the call repeatable: sent again, it answers with the same application. Null when a repetition is an error.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The application; refused with NC2871 for each condition that is not met or not known, NC2872 if the person holds a permit or has applied, NC2877, NC2881,
    /// NC2884, NC2885, NC2892 without a present address, NC3003 when the key was used for something else.
    /// </returns>
    public async ValueTask<Outcome<ResidencePermit>> ApplyAsync(AccessContext context, ApplyForPermit command, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("permit.apply");
        var id = requestKey is null ? ResidencePermitId.New(_ids) : RepeatableId(context, requestKey);
        for (var round = 1; ; round++)
        {
            if (requestKey is not null && await _permits.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is { } known)
            {
                // Only the key decides whether this is the same request.
                var again = await _store
                    .CommitAsync(new WriteBatch(context.Agency, requestKey).Check(PermitKinds.ResidencePermit, id.Value, ExpectedVersion.Exists), cancellationToken)
                    .ConfigureAwait(false);
                return again.IsDurable ? Outcome<ResidencePermit>.Done(known) : Outcome<ResidencePermit>.Refused([CommitFailures.Issue(again)]);
            }

            var (permit, issues) = await NewAsync(context, command, id, cancellationToken).ConfigureAwait(false);
            if (permit is null)
            {
                return Outcome<ResidencePermit>.Refused(issues);
            }

            var batch = new WriteBatch(context.Agency, requestKey)
                .AddAudit(context.Entry(_clock, "permit.apply", PermitKinds.ResidencePermit, id.Value))
                .Check(ResidentKind.Kind, command.Resident.Value, ExpectedVersion.Exists)
                .Emit(Event("permits.applied", context, id));
            _permits.Stage(batch, permit, ExpectedVersion.Missing);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            switch (result)
            {
                case { Status: CommitStatus.Committed }:
                    return Outcome<ResidencePermit>.Done(permit with { Revision = new(result.Versions[^1]) });
                case { Status: CommitStatus.NotUnique, Field: PermitKinds.Living }:
                    return Outcome<ResidencePermit>.Refused(PermitErrors.AlreadyHolds);
                case { Status: CommitStatus.NotUnique or CommitStatus.Replayed } when round < MaxRounds:
                case { Status: CommitStatus.Conflict } when requestKey is not null && round < MaxRounds:
                    // The number is taken by chance, or the same request came at the same moment: the next round tells.
                    continue;
                default:
                    return Outcome<ResidencePermit>.Refused([result.IsDurable ? new Issue(StorageErrors.NotFound) : CommitFailures.Issue(result)]);
            }
        }
    }

    private async ValueTask<(ResidencePermit? Permit, List<Issue> Issues)> NewAsync(AccessContext context, ApplyForPermit command, ResidencePermitId id, CancellationToken cancellationToken)
    {
        var issues = new List<Issue>();
        if (_options.DivisionOf(context.Agency) is not { } division)
        {
            return (null, [new Issue(PermitErrors.DivisionNotConfigured, default, [nameof(PermitOptions.Division)])]);
        }

        if (await _residents.FindAsync(context.Agency, command.Resident, cancellationToken).ConfigureAwait(false) is not { Status: ResidentStatus.Active } file)
        {
            return (null, [new Issue(PermitErrors.FileMissing, IssueLocation.At("/resident"))]);
        }

        var assessed = await AssessAsync(context, file, division, command.Circumstances, cancellationToken).ConfigureAwait(false);
        issues.AddRange(assessed.Open.Select(finding => new Issue(PermitErrors.NotEligible, IssueLocation.At("/circumstances"), [finding.Rule.Code])));
        var needed = PermitPapers.For(command.Circumstances.Route, command.ByAgent, assessed.IsExempt);
        CheckPapers(needed, command.Papers, issues);
        if (command is { ByAgent: true, HardlyMobile: false } && !(AgeOf(file) < AgentRule.FullAge))
        {
            issues.Add(new Issue(PermitErrors.AgentNotAllowed, IssueLocation.At("/byAgent")));
        }

        var address = file.Registrations.Where(stay => stay.IsCurrent).MaxBy(stay => stay.Since)?.Address;
        if (address is null)
        {
            issues.Add(new Issue(PermitErrors.AddressMissing, IssueLocation.At("/resident")));
        }

        // A file that took in another has the other's permits too; the store's unique field knows one file only.
        foreach (var merged in file.MergedFiles.Where(merged => merged.IsCurrent))
        {
            var page = await _permits.ListByHolderAsync(context.Agency, merged.Value, PageSize, null, cancellationToken).ConfigureAwait(false);
            if (page.Items.Any(own => !PermitFlow.IsEnd(own.StateOnFile)))
            {
                issues.Add(new Issue(PermitErrors.AlreadyHolds));
            }
        }

        if (issues.Count > 0)
        {
            return (null, issues);
        }

        return (new ResidencePermit
        {
            Id = id,
            Number = PermitNumber.New(),
            Holder = command.Resident,
            Division = division,
            Address = address!.Value,
            Route = command.Circumstances.Route,
            ByAgent = command.ByAgent,
            IsExempt = assessed.IsExempt,
            StayedSince = assessed.Stay.Since,
            Papers = [.. command.Papers.Distinct(StringComparer.Ordinal)],
            Steps = [new(_clock.GetCurrentInstant(), PermitAct.Apply, context.Actor)],
            StateOnFile = PermitState.Applied,
        }, issues);
    }

    private async ValueTask<PermitEligibility> AssessAsync(AccessContext context, Resident file, DivisionCode division, PermitCircumstances stated, CancellationToken cancellationToken)
    {
        var addresses = await _addresses.FindManyAsync(context.Agency, [.. file.Registrations.Select(stay => stay.Address).Distinct()], cancellationToken).ConfigureAwait(false);
        var known = addresses.OfType<StandardAddress>().ToDictionary(address => address.Id);

        // An address whose division is not known was registered by an office of this city.
        var stays = file.Registrations
            .Where(stay => PermitCity.Holds(division, known.GetValueOrDefault(stay.Address)?.DivisionCode) != false)
            .Select(stay => new PermitStay(stay.Since, stay.Until, stay.RegisteredOn));
        var hukouHere = PermitCity.Holds(division, file.Origins.LastOrDefault(origin => origin.IsCurrent)?.Value.DivisionCode);
        var facts = new PermitFacts
        {
            HukouElsewhere = hukouHere is { } here ? !here : stated.HukouElsewhere,
            Stays = [.. stays],
            HasJob = stated.Route == PermitRoute.Job ? true : null,
            HasHome = stated.Route == PermitRoute.Home ? true : null,
            Studies = stated.Route == PermitRoute.Study ? true : null,
            OtherPermitDivision = stated.OtherPermitDivision,
        };
        return PermitEligibility.Assess(_topic, Policies, facts, Today, division);
    }

    private int? AgeOf(Resident file) => file.BirthDate is { } birth ? Period.Between(birth, Today, PeriodUnits.Years).Years : null;

    private static void CheckPapers(IReadOnlyList<Services.ServiceMaterial> needed, IReadOnlyList<string> papers, List<Issue> issues)
    {
        for (var i = 0; i < papers.Count; i++)
        {
            if (!needed.Any(own => string.Equals(own.Code, papers[i], StringComparison.Ordinal)))
            {
                issues.Add(new Issue(PermitErrors.PaperUnknown, IssueLocation.At(Services.ServiceRules.At("/papers", i))));
            }
        }
    }

    private static ResidencePermitId RepeatableId(AccessContext context, RequestKey requestKey)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"permit.apply {context.Agency} {requestKey.Value}"));
        return new(new Guid(digest.AsSpan(0, 16), bigEndian: true));
    }

    private static DomainEvent Event(string type, AccessContext context, ResidencePermitId id) => new(type, new RecordKey(context.Agency, PermitKinds.ResidencePermit, id.Value), default);
}
