using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Residents.Claims;
using NewCitizen.Storage;

namespace NewCitizen.Residents;

public sealed partial class ResidentManager
{
    /// <summary>
    /// Hands a person over to another agency (档案移交): the file here stays for its retention but is found by its id only, and the person is kept for the other agency,
    /// which registers them like anybody. What the other agency may know of the file goes by exchange, not by this call. Needs the person directory.
    /// </summary>
    /// <param name="context">On whose behalf; its purpose goes into the audit trail.</param>
    /// <param name="id">The file.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="to">The other agency.</param>
    /// <param name="cancellationToken">Ends the wait; a hand-over that was stopped is put right by the reconciler, one way or the other.</param>
    /// <returns>The file; refused with NC2012, NC2080–NC2085, NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<ResidentOverview>> HandOverAsync(AccessContext context, ResidentId id, Revision revision, AgencyId to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_directory is null || to == default || to == context.Agency)
        {
            return Outcome<ResidentOverview>.Refused(PersonDirectoryErrors.CannotHandOver);
        }

        var file = await _residents.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        var problem = file is null ? StorageErrors.NotFound : Inactive(file) ?? (file.Revision == revision ? null : StorageErrors.Conflict);
        if (file is null || problem is not null)
        {
            return Outcome<ResidentOverview>.Refused(problem!);
        }

        if (await _directory.OfferAsync(context.Agency, file, to, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            await _directory.ReleaseAsync(context.Agency, _directory.AddressesOf(file), cancellationToken).ConfigureAwait(false);
            return Outcome<ResidentOverview>.Refused([refusal]);
        }

        var gone = file with { Status = ResidentStatus.HandedOver, HandedOverTo = to };
        var batch = new WriteBatch(context.Agency)
            .AddAudit(context.Entry(_clock, "resident.hand-over", ResidentKind.Kind, id.Value, $$"""{"to":"{{to}}"}"""))
            .Emit(new DomainEvent("residents.handed-over", new RecordKey(context.Agency, ResidentKind.Kind, id.Value), default));
        _residents.Stage(batch, gone, revision.Expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        if (result.Status != CommitStatus.Unknown)
        {
            // Lets go where the file was given up, and confirms where it was not.
            await _directory.ReleaseAsync(context.Agency, _directory.AddressesOf(file), cancellationToken).ConfigureAwait(false);
        }

        return result.IsDurable
            ? Outcome<ResidentOverview>.Done(ResidentOverview.Of(gone with { Revision = new Revision(result.Versions[0]) }))
            : Outcome<ResidentOverview>.Refused([CommitFailures.Issue(result)]);
    }

    /// <summary>Takes a file back that was handed over (撤回移交), as long as the other agency has not registered the person.</summary>
    /// <returns>The file, active again; refused with NC2080–NC2082 if the person is on file elsewhere now, NC2084, NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<ResidentOverview>> TakeBackAsync(AccessContext context, ResidentId id, Revision revision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var file = await _residents.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        var problem = file is null ? StorageErrors.NotFound
            : _directory is null || file.HandedOverTo is null ? PersonDirectoryErrors.NotHandedOver
            : file.Revision == revision ? null : StorageErrors.Conflict;
        if (file is null || _directory is null || problem is not null)
        {
            return Outcome<ResidentOverview>.Refused(problem!);
        }

        var back = file with { Status = ResidentStatus.Active, HandedOverTo = null };
        var (result, refusal) = await _directory
            .CommitAsync(null, context.Agency, id, [.. file.Documents.Select(document => document.Value)], Stage, cancellationToken, takingBackFrom: file.HandedOverTo)
            .ConfigureAwait(false);
        return result switch
        {
            null => Outcome<ResidentOverview>.Refused([refusal!]),
            { IsDurable: true } => Outcome<ResidentOverview>.Done(ResidentOverview.Of(back with { Revision = new Revision(result.Versions[0]) })),
            { Status: CommitStatus.NotUnique } => Outcome<ResidentOverview>.Refused(ResidentErrors.AlreadyOnFile),
            _ => Outcome<ResidentOverview>.Refused([CommitFailures.Issue(result)]),
        };

        void Stage(WriteBatch batch)
        {
            batch.AddAudit(context.Entry(_clock, "resident.take-back", ResidentKind.Kind, id.Value));
            _residents.Stage(batch, back, revision.Expected);
        }
    }
}
