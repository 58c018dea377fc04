using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Telemetry;

namespace NewCitizen.Plates;

public sealed partial class PlateManager
{
    private const int PageSize = 200;

    /// <summary>
    /// What a scan shows (扫码). The signature is checked before anything is read: a forgery costs no look into the store and leaves one audit row,
    /// <c>plate.forged</c>, as far as <see cref="PlateOptions.ForgeryRowsPerMinute"/> lets it.
    /// </summary>
    /// <param name="context">On whose behalf; with a purpose for the police.</param>
    /// <param name="token">What stands in the address behind <c>/P/</c>.</param>
    /// <param name="viewer">Who looks, as the host has established it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The view; refused with NC2600 (forged, altered, unknown), NC2601 (revoked), NC2606, or NC3200 for the police without a purpose.</returns>
    public async ValueTask<Outcome<PlateView>> ScanAsync(AccessContext context, string token, PlateViewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(viewer);
        using var span = NewCitizenTelemetry.Start("plate.scan");
        if ((viewer.Role == PlateRole.Tenant && viewer.Self is null) || (viewer.Role == PlateRole.Landlord && viewer.Homes is null))
        {
            return Outcome<PlateView>.Refused(PlateErrors.ViewerIncomplete);
        }

        if (viewer.Role == PlateRole.Police && context.Purpose is null)
        {
            return Outcome<PlateView>.Refused(AccessErrors.PurposeMissing);
        }

        var plate = await VerifyAsync(context, token, cancellationToken).ConfigureAwait(false);
        if (plate.Succeeded)
        {
            return await ShowAsync(context, plate.Value, viewer, cancellationToken).ConfigureAwait(false);
        }

        if (plate.FirstError.Code == PlateErrors.NotAPlate)
        {
            await NoteForgeryAsync(context, cancellationToken).ConfigureAwait(false);
        }

        return Outcome<PlateView>.Refused([.. plate.Issues]);
    }

    /// <summary>
    /// The plate behind a token (验牌), without a trace: to find out whose it is, or which home a form is about. The signature is checked before anything is read.
    /// </summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="token">What stands in the address behind <c>/P/</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The plate, of which nothing may be shown to the public; refused with NC2600 (forged, altered, unknown in this agency) or NC2601 (revoked).</returns>
    public async ValueTask<Outcome<DoorPlate>> VerifyAsync(AccessContext context, string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(token);

        // Genuine and not found is a plate of another agency, or of a store that was restored from before its issue.
        if (!_signer.TryVerify(token, out var read) || await _plates.FindByCodeAsync(context.Agency, read.Code, cancellationToken).ConfigureAwait(false) is not { } plate)
        {
            return Outcome<DoorPlate>.Refused(PlateErrors.NotAPlate);
        }

        return plate.IsLive && read.KeyVersion >= plate.OldestKeyVersion ? Outcome<DoorPlate>.Done(plate) : Outcome<DoorPlate>.Refused(PlateErrors.Revoked);
    }

    private async ValueTask<Outcome<PlateView>> ShowAsync(AccessContext context, DoorPlate plate, PlateViewer viewer, CancellationToken cancellationToken)
    {
        var contact = _options.Value.Contacts.TryGetValue(context.Agency.Value, out var configured) ? configured : null;
        if (viewer.Role == PlateRole.Public)
        {
            // Not even read: what is not in memory cannot be shown by mistake.
            return Outcome<PlateView>.Done(new PlateView(PlateRole.Public, plate.Code.ToString(), contact, null, null, null, null, []));
        }

        var home = await _homes.FindPropertyAsync(context.Agency, plate.Home, cancellationToken).ConfigureAwait(false);
        if (home is null)
        {
            return Outcome<PlateView>.Refused(PlateErrors.HomeMissing);
        }

        var address = await _addresses.FindAsync(context, home.Address, cancellationToken).ConfigureAwait(false);
        var people = await PeopleAsync(context, plate.Home, viewer.Role == PlateRole.Police, cancellationToken).ConfigureAwait(false);
        var facts = new PlateFacts(plate, contact, home, address?.Text ?? string.Empty, people);
        if (viewer.Role is PlateRole.Police or PlateRole.GridWorker)
        {
            var details = $$"""{"role":"{{viewer.Role}}","people":{{people.Count}}}""";
            var noted = await _store
                .CommitAsync(new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "plate.read", PlateKinds.DoorPlate, plate.Id.Value, details)), cancellationToken)
                .ConfigureAwait(false);
            if (!noted.IsDurable)
            {
                return Outcome<PlateView>.Refused([CommitFailures.Issue(noted)]);
            }
        }

        return Outcome<PlateView>.Done(PlateViews.Of(facts, viewer));
    }

    private async ValueTask<IReadOnlyList<PlatePerson>> PeopleAsync(AccessContext context, RentalPropertyId home, bool inFull, CancellationToken cancellationToken)
    {
        var stays = new List<Occupancy>();
        string? after = null;
        do
        {
            var page = await _tenancies.ListByPropertyAsync(context.Agency, home, PageSize, after, cancellationToken).ConfigureAwait(false);
            stays.AddRange(page.Items.Where(stay => stay.Until is null));
            after = page.Next;
        }
        while (after is not null);
        var overviews = await _residents.FindManyAsync(context, stays.Select(stay => stay.Resident), cancellationToken).ConfigureAwait(false);
        var rooms = new Dictionary<RoomId, string>();
        var people = new List<PlatePerson>(stays.Count);
        foreach (var stay in stays)
        {
            if (!rooms.TryGetValue(stay.Room, out var number))
            {
                number = (await _homes.FindRoomAsync(context.Agency, stay.Room, cancellationToken).ConfigureAwait(false))?.Number ?? string.Empty;
                rooms.Add(stay.Room, number);
            }

            var full = inFull ? await _residents.ReadFullAsync(context, stay.Resident, cancellationToken).ConfigureAwait(false) : null;
            people.Add(new(stay.Resident, overviews.GetValueOrDefault(stay.Resident)?.MaskedName ?? string.Empty, full?.Value?.CurrentName.ToString("F"), number, stay.Since));
        }

        return people;
    }

    private async ValueTask NoteForgeryAsync(AccessContext context, CancellationToken cancellationToken)
    {
        // What was sent is not written down: it may be anything, also somebody's identity number.
        if (_forgeries.TryTake(_clock.GetCurrentInstant(), _options.Value.ForgeryRowsPerMinute, out var suppressed))
        {
            var entry = context.Entry(_clock, "plate.forged", PlateKinds.DoorPlate, details: suppressed == 0 ? null : $$"""{"notWritten":{{suppressed}}}""");
            await _store.CommitAsync(new WriteBatch(context.Agency).AddAudit(entry), cancellationToken).ConfigureAwait(false);
        }
    }
}
