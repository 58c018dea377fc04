using NewCitizen.Agencies;
using NewCitizen.Errors;

namespace NewCitizen.Residents.Claims;

public sealed partial class PersonDirectory
{
    /// <summary>Marks the claims of a file as going to another agency, before the file is given up. Null, or why not.</summary>
    internal async ValueTask<Issue?> OfferAsync(AgencyId agency, Resident file, AgencyId to, CancellationToken cancellationToken)
    {
        foreach (var address in AddressesOf(file))
        {
            var done = false;
            for (var round = 1; !done && round <= MaxRounds; round++)
            {
                var found = await FindAsync(address, cancellationToken).ConfigureAwait(false);
                if (found is not null && found.Holder != agency)
                {
                    if (await RefusalAsync(found, agency, takingBackFrom: null, cancellationToken).ConfigureAwait(false) is { } refusal)
                    {
                        return refusal;
                    }

                    continue;
                }

                var offered = new PersonClaim(address, agency, file.Id, ClaimState.Offered, Now + Options.PendingFor, to, found?.Version ?? 0);
                done = await TryWriteAsync(offered, cancellationToken).ConfigureAwait(false) is not null;
            }

            if (!done)
            {
                return new Issue(Storage.StorageErrors.Conflict);
            }
        }

        return null;
    }
}
