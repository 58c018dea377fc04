using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Identity;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Residents.Claims;

public sealed partial class PersonDirectory
{
    /// <summary>Commits a batch that puts documents on a file, under the protection of claims.</summary>
    /// <param name="requestKey">Request key of the batch.</param>
    /// <param name="agency">Whose file.</param>
    /// <param name="resident">The file.</param>
    /// <param name="documents">What it holds afterwards and did not hold before.</param>
    /// <param name="stage">Adds everything to a fresh batch; called once a try.</param>
    /// <param name="cancellationToken">Ends the wait; what was claimed is put right later.</param>
    /// <param name="takingBackFrom">Agency for which the person may be reserved by this one, or null.</param>
    /// <returns>The answer of the store, without the checks of the directory; or why nothing was written.</returns>
    internal async ValueTask<(CommitResult? Result, Issue? Refusal)> CommitAsync(
        RequestKey? requestKey,
        AgencyId agency,
        ResidentId resident,
        IReadOnlyList<IdentityDocument> documents,
        Action<WriteBatch> stage,
        CancellationToken cancellationToken,
        AgencyId? takingBackFrom = null)
    {
        var claimed = new HashSet<Guid>();
        for (var round = 1; round <= MaxRounds; round++)
        {
            var cover = await CoverAsync(agency, resident, documents, readFences: round > 1, claimed, takingBackFrom, cancellationToken).ConfigureAwait(false);
            if (cover.Refusal is not null)
            {
                await ReleaseAsync(agency, claimed, cancellationToken).ConfigureAwait(false);
                return (null, cover.Refusal);
            }

            var batch = new WriteBatch(agency, requestKey);
            cover.Checks.ForEach(check => batch.Check(check.Kind, check.Id, check.Expected));
            stage(batch);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            switch (result.Status)
            {
                case CommitStatus.Conflict when result.FailedOperation < cover.Checks.Count:
                    // A claim was given up, or the agency's own file changed, since it was looked at.
                    continue;
                case CommitStatus.Committed:
                    await ConfirmAsync(cover.Claims, cancellationToken).ConfigureAwait(false);
                    claimed.ExceptWith(cover.Claims.Select(claim => claim.Address));
                    await ReleaseAsync(agency, claimed, cancellationToken).ConfigureAwait(false);
                    return (result.WithoutFirst(cover.Checks.Count), null);
                case CommitStatus.Unknown:
                    return (result, null);
                default:
                    await ReleaseAsync(agency, claimed, cancellationToken).ConfigureAwait(false);
                    return (result.Status == CommitStatus.Replayed ? result : result.WithoutFirst(cover.Checks.Count), null);
            }
        }

        await ReleaseAsync(agency, claimed, cancellationToken).ConfigureAwait(false);
        return (null, new Issue(StorageErrors.Conflict));
    }

    /// <summary>Gives up claims of documents an agency has no file for any more; those it has a file for are confirmed. What cannot be reached is left to the reconciler.</summary>
    internal async ValueTask ReleaseAsync(AgencyId agency, IEnumerable<Guid> addresses, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var address in addresses)
            {
                for (var round = 1; round <= MaxRounds; round++)
                {
                    var claim = await FindAsync(address, cancellationToken).ConfigureAwait(false);
                    if (claim is null || claim.Holder != agency || claim.State is ClaimState.Reserved
                        || await ResolveAsync(claim, cancellationToken).ConfigureAwait(false) != ClaimOutcome.Changed)
                    {
                        break;
                    }
                }
            }
        }
        catch (StoreUnavailableException)
        {
            // The write that this follows has its answer already.
        }
    }

    private async ValueTask<PersonCover> CoverAsync(
        AgencyId agency,
        ResidentId resident,
        IReadOnlyList<IdentityDocument> documents,
        bool readFences,
        HashSet<Guid> claimed,
        AgencyId? takingBackFrom,
        CancellationToken cancellationToken)
    {
        var cover = new PersonCover();
        var addresses = new List<Guid>();
        foreach (var document in documents)
        {
            // What the agency has on file itself needs no claim: as long as that file is unchanged, its unique index answers.
            if (await _residents.FindByDocumentAsync(agency, document, cancellationToken).ConfigureAwait(false) is { } own)
            {
                cover.Checks.Add((ResidentKind.Kind, own.Id.Value, own.Revision.Expected));
            }
            else
            {
                addresses.AddRange(AddressesOf(document));
            }
        }

        foreach (var address in addresses.Distinct().Order(GuidOrder.Instance))
        {
            // Read before the claim is made. The first try takes it that no claim of this agency was ever given up; if that is wrong, the check says so.
            var fence = readFences ? await _store.GetAsync(FenceKey(agency, address), cancellationToken).ConfigureAwait(false) : null;
            cover.Checks.Add((PersonDirectoryKinds.Fence, address, fence is null ? ExpectedVersion.Missing : ExpectedVersion.Exactly(fence.Version)));
            var (claim, refusal) = await ClaimAsync(agency, resident, address, takingBackFrom, cancellationToken).ConfigureAwait(false);
            if (claim is null)
            {
                cover.Refusal = refusal;
                return cover;
            }

            claimed.Add(address);
            cover.Claims.Add(claim);
        }

        return cover;
    }

    private async ValueTask<(PersonClaim? Claim, Issue? Refusal)> ClaimAsync(
        AgencyId agency, ResidentId resident, Guid address, AgencyId? takingBackFrom, CancellationToken cancellationToken)
    {
        for (var round = 1; round <= MaxRounds; round++)
        {
            var found = await FindAsync(address, cancellationToken).ConfigureAwait(false);
            var pending = new PersonClaim(address, agency, resident, ClaimState.Pending, Now + Options.PendingFor, Other: null, found?.Version ?? 0);
            if (found is null || (found.Holder == agency && found.State != ClaimState.Offered))
            {
                // Also over a claim of our own: whoever is about to give that one up then finds another version.
                if (await TryWriteAsync(pending, cancellationToken).ConfigureAwait(false) is { } written)
                {
                    return (written, null);
                }

                continue;
            }

            if (await RefusalAsync(found, agency, takingBackFrom, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                return (null, refusal);
            }
        }

        return (null, new Issue(StorageErrors.Conflict));
    }

    /// <summary>Why a claim of another agency stands in the way; null if it was put right and the claim is worth another try.</summary>
    private async ValueTask<Issue?> RefusalAsync(PersonClaim found, AgencyId agency, AgencyId? takingBackFrom, CancellationToken cancellationToken)
    {
        var takenBack = found.State == ClaimState.Reserved && found.Holder == takingBackFrom && found.Other == agency;
        var inTime = !takenBack && found.State != ClaimState.Confirmed && found.ExpiresAt > Now;
        try
        {
            if (await HasFileAsync(found.Holder, found.Resident, found.Address, cancellationToken).ConfigureAwait(false))
            {
                return KnownAt(found.Holder);
            }

            if (inTime)
            {
                return found.State == ClaimState.Reserved ? KnownAt(found.Holder) : new Issue(PersonDirectoryErrors.BeingRegistered);
            }

            await ResolveAsync(found, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (StoreUnavailableException)
        {
            // The other shard cannot be asked. What the claim says holds until somebody can.
            return found.State is ClaimState.Confirmed or ClaimState.Reserved ? KnownAt(found.Holder) : new Issue(PersonDirectoryErrors.BeingRegistered);
        }
    }

    private async ValueTask ConfirmAsync(List<PersonClaim> claims, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var claim in claims)
            {
                var current = claim;
                while (current is not null && current.Holder == claim.Holder && current.State == ClaimState.Pending)
                {
                    if (await TryWriteAsync(current with { Resident = claim.Resident, State = ClaimState.Confirmed, ExpiresAt = null }, cancellationToken).ConfigureAwait(false) is not null)
                    {
                        break;
                    }

                    current = await FindAsync(claim.Address, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception late) when (late is StoreUnavailableException or OperationCanceledException)
        {
            // The file is written and the claim stands; whoever looks after it next confirms it.
        }
    }

    private static RecordKey FenceKey(AgencyId agency, Guid address) => new(agency, PersonDirectoryKinds.Fence, address);
}
