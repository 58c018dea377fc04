using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Residents.Claims;

/// <summary>
/// Puts the person directory right after stops, restores and loads that went around it (人员目录核对). Nothing depends on it for being right: whoever meets a claim
/// looks after it. It only spares the next one to wait. Safe beside the day's work, and in several processes. Thread-safe.
/// </summary>
public sealed class PersonDirectoryReconciler
{
    private const int PageSize = 200;

    private readonly PersonDirectory _directory;
    private readonly IRecordStore _store;
    private readonly IResidentStore _residents;
    private readonly IStoreMaintenance _maintenance;
    private readonly IClock _clock;

    /// <summary>Usually made by the container.</summary>
    public PersonDirectoryReconciler(PersonDirectory directory, IRecordStore store, IResidentStore residents, IStoreMaintenance maintenance, IClock clock)
    {
        _directory = directory;
        _store = store;
        _residents = residents;
        _maintenance = maintenance;
        _clock = clock;
    }

    /// <summary>Looks after claims that were not confirmed in time: after a stop, an unknown outcome or a hand-over. Run it every few minutes.</summary>
    /// <param name="repair">False only lists them.</param>
    /// <param name="cancellationToken">Stops between claims.</param>
    public async ValueTask<PersonDirectoryReport> ResolveExpiredAsync(bool repair, CancellationToken cancellationToken)
    {
        var run = new ReconcilerRun();
        foreach (var directory in PersonDirectoryKinds.DirectoryAgencies)
        {
            await WalkAsync(after => _directory.ExpiredQuery(directory, PageSize, after), run, repair, cancellationToken).ConfigureAwait(false);
        }

        return run.Report();
    }

    /// <summary>Looks at every claim: finds those whose file went without the directory, such as by a restore. Run it after such an event.</summary>
    /// <inheritdoc cref="ResolveExpiredAsync" path="/param"/>
    public async ValueTask<PersonDirectoryReport> CheckClaimsAsync(bool repair, CancellationToken cancellationToken)
    {
        var run = new ReconcilerRun();
        foreach (var directory in PersonDirectoryKinds.DirectoryAgencies)
        {
            await WalkAsync(after => new RecordQuery(directory, PersonDirectoryKinds.Claim, limit: PageSize, after: after), run, repair, cancellationToken).ConfigureAwait(false);
        }

        return run.Report();
    }

    /// <summary>
    /// Looks at every active file of an agency: claims what is not claimed and names people whom another agency keeps too. Run it for every agency when the directory
    /// is switched on, after a load, and after a change of the index keys before the old key goes. Forgets old fences of the agency as well.
    /// </summary>
    /// <param name="context">On whose behalf; its agency is the one looked at.</param>
    /// <param name="repair">False only lists what is missing.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    public async ValueTask<PersonDirectoryReport> CheckFilesAsync(AccessContext context, bool repair, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var run = new ReconcilerRun();
        string? after = null;
        do
        {
            var page = await _residents.ListAsync(context.Agency, PageSize, after, cancellationToken).ConfigureAwait(false);
            foreach (var file in page.Items.Where(file => file.Status == ResidentStatus.Active))
            {
                await CheckAsync(context.Agency, file, run, repair, cancellationToken).ConfigureAwait(false);
            }

            after = page.Next;
        }
        while (after is not null);
        if (repair)
        {
            await ForgetFencesAsync(context, run, cancellationToken).ConfigureAwait(false);
        }

        return run.Report();
    }

    private async ValueTask CheckAsync(AgencyId agency, Resident file, ReconcilerRun run, bool repair, CancellationToken cancellationToken)
    {
        run.Looked++;
        var claimed = false;
        AgencyId? duplicate = null;
        foreach (var address in _directory.AddressesOf(file))
        {
            var (made, other) = await _directory.AdoptAsync(agency, file.Id, address, repair, cancellationToken).ConfigureAwait(false);
            claimed |= made;
            duplicate ??= other;
        }

        if (claimed)
        {
            run.Claimed += repair ? 1 : 0;
            run.Found(DirectoryFindingType.Unclaimed, agency, file.Id);
        }

        if (duplicate is not null)
        {
            run.Duplicates++;
            run.Found(DirectoryFindingType.Duplicate, agency, file.Id, duplicate);
        }
    }

    private async ValueTask WalkAsync(Func<QueryCursor?, RecordQuery> question, ReconcilerRun run, bool repair, CancellationToken cancellationToken)
    {
        QueryCursor? after = null;
        do
        {
            var page = await _store.QueryAsync(question(after), cancellationToken).ConfigureAwait(false);
            foreach (var claim in page.Records.Select(PersonClaim.Read))
            {
                await LookAsync(claim, run, repair, cancellationToken).ConfigureAwait(false);
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private async ValueTask LookAsync(PersonClaim claim, ReconcilerRun run, bool repair, CancellationToken cancellationToken)
    {
        run.Looked++;
        var now = _clock.GetCurrentInstant();
        if (claim.State != ClaimState.Confirmed && claim.ExpiresAt > now)
        {
            return;
        }

        var held = await _directory.HasFileAsync(claim.Holder, claim.Resident, claim.Address, cancellationToken).ConfigureAwait(false);
        if (held && claim.State == ClaimState.Confirmed)
        {
            return;
        }

        var type = held ? DirectoryFindingType.LateConfirmation : claim.State == ClaimState.Offered ? DirectoryFindingType.UnfinishedHandOver : DirectoryFindingType.Orphan;
        run.Found(type, claim.Holder, claim.Resident, claim.Other);
        if (!repair)
        {
            return;
        }

        switch (await _directory.ResolveAsync(claim, cancellationToken).ConfigureAwait(false))
        {
            case ClaimOutcome.Held:
                run.Confirmed++;
                break;
            case ClaimOutcome.Freed:
                run.Freed++;
                break;
            case ClaimOutcome.Reserved:
                run.Reserved++;
                break;
        }
    }

    private async ValueTask ForgetFencesAsync(AccessContext context, ReconcilerRun run, CancellationToken cancellationToken)
    {
        var before = FieldValue.Instant(_clock.GetCurrentInstant() - _directory.Options.FencesKeptFor);
        var request = new PurgeRequest(context.Agency, PersonDirectoryKinds.Fence, PersonDirectoryKinds.FencedAt, before, PageSize);
        int forgotten;
        do
        {
            forgotten = (await _maintenance
                .PurgeAsync(request, count => context.Entry(_clock, "person-fence.forget", PersonDirectoryKinds.Fence, id: null, $$"""{"fences":{{count}}}"""), cancellationToken)
                .ConfigureAwait(false)).Count;
            run.FencesForgotten += forgotten;
        }
        while (forgotten == PageSize);
    }
}
