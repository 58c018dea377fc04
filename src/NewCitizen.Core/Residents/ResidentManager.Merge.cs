using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Telemetry;

namespace NewCitizen.Residents;

public sealed partial class ResidentManager
{
    /// <summary>
    /// Merges two files of one person (合并档案): the survivor shows the facts of both, the other keeps its history and is found only by its id.
    /// </summary>
    /// <param name="context">On whose behalf; its purpose goes into the audit trail.</param>
    /// <param name="survivor">The file that goes on.</param>
    /// <param name="survivorRevision">State the caller has seen.</param>
    /// <param name="duplicate">The file that is merged into it.</param>
    /// <param name="duplicateRevision">State the caller has seen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The survivor, with warnings NC2016 where the files state different facts; refused with NC2010, NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<ResidentOverview>> MergeAsync(
        AccessContext context,
        ResidentId survivor,
        Revision survivorRevision,
        ResidentId duplicate,
        Revision duplicateRevision,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("resident.merge");
        if (survivor == duplicate)
        {
            return Outcome<ResidentOverview>.Refused(ResidentErrors.CannotMerge);
        }

        var files = await _residents.FindManyAsync(context.Agency, [survivor, duplicate], cancellationToken).ConfigureAwait(false);
        if (files[0] is not { } kept || files[1] is not { } other)
        {
            return Outcome<ResidentOverview>.Refused(StorageErrors.NotFound);
        }

        if (kept.Status != ResidentStatus.Active || other.Status != ResidentStatus.Active)
        {
            return Outcome<ResidentOverview>.Refused(ResidentErrors.CannotMerge);
        }

        if (kept.Revision != survivorRevision || other.Revision != duplicateRevision)
        {
            return Outcome<ResidentOverview>.Refused(StorageErrors.Conflict);
        }

        var (joined, merged, warnings) = ResidentMerge.Join(kept, other, Today);

        // The merged file first: it gives up its numbers before the survivor takes them.
        return await SavePairAsync(context, merged, joined, survivorAt: 1, "resident.merge", "residents.merged", warnings, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Undoes a merge (撤销合并): the merged file comes back as it was, the survivor loses exactly what came from it.</summary>
    /// <returns>The survivor; refused with NC2011 if the file is not merged, NC2012 if the survivor was merged on, or NC3012.</returns>
    public async ValueTask<Outcome<ResidentOverview>> UndoMergeAsync(AccessContext context, ResidentId duplicate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var other = await _residents.FindAsync(context.Agency, duplicate, cancellationToken).ConfigureAwait(false);
        if (other is null)
        {
            return Outcome<ResidentOverview>.Refused(StorageErrors.NotFound);
        }

        if (other.MergedInto is not { } survivor)
        {
            return Outcome<ResidentOverview>.Refused(ResidentErrors.NotMerged);
        }

        var kept = await _residents.FindAsync(context.Agency, survivor, cancellationToken).ConfigureAwait(false);
        if (kept is null)
        {
            return Outcome<ResidentOverview>.Refused(StorageErrors.NotFound);
        }

        if (Inactive(kept) is { } inactive)
        {
            return Outcome<ResidentOverview>.Refused(inactive);
        }

        var (parted, restored) = ResidentMerge.Part(kept, other, Today);
        return await SavePairAsync(context, parted, restored, survivorAt: 0, "resident.merge-undo", "residents.merge-undone", warnings: null, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Outcome<ResidentOverview>> SavePairAsync(
        AccessContext context,
        Resident first,
        Resident second,
        int survivorAt,
        string action,
        string eventType,
        IReadOnlyList<Issue>? warnings,
        CancellationToken cancellationToken)
    {
        var survivor = survivorAt == 0 ? first : second;
        var batch = new WriteBatch(context.Agency)
            .AddAudit(context.Entry(_clock, action, ResidentKind.Kind, first.Id.Value))
            .AddAudit(context.Entry(_clock, action, ResidentKind.Kind, second.Id.Value))
            .Emit(new DomainEvent(eventType, new RecordKey(context.Agency, ResidentKind.Kind, survivor.Id.Value), default));
        _residents.Stage(batch, first, first.Revision.Expected);
        _residents.Stage(batch, second, second.Revision.Expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable
            ? Outcome<ResidentOverview>.Done(ResidentOverview.Of(survivor with { Revision = new Revision(result.Versions[survivorAt]) }), warnings)
            : Outcome<ResidentOverview>.Refused([CommitFailures.Issue(result)]);
    }
}
