using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Residents.Claims;

public sealed partial class PersonDirectory
{
    /// <summary>Claims that wait for something past its time, oldest first in each directory.</summary>
    internal RecordQuery ExpiredQuery(AgencyId directory, int limit, QueryCursor? after) => new(
        directory,
        PersonDirectoryKinds.Claim,
        [FieldFilter.Range(PersonDirectoryKinds.ExpiresAt, FieldValue.Null, FieldValue.Instant(Now))],
        PersonDirectoryKinds.ExpiresAt,
        limit: limit,
        after: after);

    /// <summary>Makes sure that a file that is there has its claim; tells who else keeps the person.</summary>
    /// <returns>Whether a claim was made, and the agency that keeps the person too.</returns>
    internal async ValueTask<(bool Claimed, AgencyId? Duplicate)> AdoptAsync(AgencyId agency, ResidentId resident, Guid address, bool repair, CancellationToken cancellationToken)
    {
        for (var round = 1; round <= MaxRounds; round++)
        {
            var found = await FindAsync(address, cancellationToken).ConfigureAwait(false);
            if (found?.Holder == agency && found.State == ClaimState.Confirmed)
            {
                return (false, null);
            }

            if (found is not null && found.Holder != agency)
            {
                if (await HasFileAsync(found.Holder, found.Resident, address, cancellationToken).ConfigureAwait(false))
                {
                    return (false, found.Holder);
                }

                if (repair)
                {
                    // Not one to be waited for: a file is here already.
                    await ResolveAsync(found, cancellationToken).ConfigureAwait(false);
                    if (await FindAsync(address, cancellationToken).ConfigureAwait(false) is { State: ClaimState.Reserved } reserved && reserved.Holder != agency)
                    {
                        return (false, reserved.Holder);
                    }

                    continue;
                }
            }

            if (!repair)
            {
                return (true, null);
            }

            // Pending first: only a look at the file after the claim may confirm it.
            var pending = new PersonClaim(address, agency, resident, ClaimState.Pending, Now + Options.PendingFor, Other: null, found?.Version ?? 0);
            if (await TryWriteAsync(pending, cancellationToken).ConfigureAwait(false) is { } written
                && await ResolveAsync(written, cancellationToken).ConfigureAwait(false) != ClaimOutcome.Changed)
            {
                return (true, null);
            }
        }

        return (false, null);
    }
}
