using NewCitizen.Audit;
using NewCitizen.Storage;

namespace NewCitizen.Residents.Claims;

public sealed partial class PersonDirectory
{
    /// <summary>Account under which the directory itself acts in audit entries.</summary>
    public const string Actor = "person-directory";

    /// <summary>
    /// Puts a claim right by what its holder really has: confirms it, or raises the holder's fence, looks once more, and lets go. Any number may do so at once.
    /// </summary>
    internal async ValueTask<ClaimOutcome> ResolveAsync(PersonClaim claim, CancellationToken cancellationToken)
    {
        if (await HasFileAsync(claim.Holder, claim.Resident, claim.Address, cancellationToken).ConfigureAwait(false))
        {
            return await HeldAsync(claim, cancellationToken).ConfigureAwait(false);
        }

        var fence = new WriteBatch(claim.Holder)
            .Put(PersonDirectoryKinds.Fence, claim.Address, ExpectedVersion.Any, [FieldValue.Instant(Now)], default);
        var fenced = await _store.CommitAsync(fence, cancellationToken).ConfigureAwait(false);
        if (!fenced.IsDurable)
        {
            return ClaimOutcome.Changed;
        }

        // From here on no registration that was under way can commit; one that did is seen.
        if (await HasFileAsync(claim.Holder, claim.Resident, claim.Address, cancellationToken).ConfigureAwait(false))
        {
            return await HeldAsync(claim, cancellationToken).ConfigureAwait(false);
        }

        // Counted from the hand-over, however late somebody looks after it.
        var until = claim.ExpiresAt - Options.PendingFor + Options.ReservedFor;
        var reserved = claim is { State: ClaimState.Offered, Other: not null } && until > Now;
        var batch = reserved
            ? new PersonClaim(claim.Address, claim.Other!.Value, default, ClaimState.Reserved, until, claim.Holder, claim.Version).Write()
            : new WriteBatch(PersonDirectoryKinds.DirectoryOf(claim.Address)).Delete(PersonDirectoryKinds.Claim, claim.Address, ExpectedVersion.Exactly(claim.Version));
        batch.AddAudit(new AuditEntry(
            batch.Agency,
            Now,
            Actor,
            reserved ? "person-claim.reserve" : "person-claim.free",
            ResidentKind.Kind.Name,
            claim.Resident == default ? null : claim.Resident.Value,
            Purpose: null,
            $$"""{"holder":"{{claim.Holder}}","state":"{{claim.State}}"}"""));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return !result.IsDurable ? ClaimOutcome.Changed : reserved ? ClaimOutcome.Reserved : ClaimOutcome.Freed;
    }

    private async ValueTask<ClaimOutcome> HeldAsync(PersonClaim claim, CancellationToken cancellationToken) =>
        claim.State == ClaimState.Confirmed
        || await TryWriteAsync(claim with { State = ClaimState.Confirmed, ExpiresAt = null, Other = null }, cancellationToken).ConfigureAwait(false) is not null
            ? ClaimOutcome.Held
            : ClaimOutcome.Changed;
}
