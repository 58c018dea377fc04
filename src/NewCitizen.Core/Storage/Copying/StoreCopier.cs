using NewCitizen.Audit;
using NewCitizen.Errors;

namespace NewCitizen.Storage.Copying;

/// <summary>
/// Copies one store into another of any engine (数据库复制): all records of all agencies with their versions, tombstones, checkpoints, and
/// the audit trail word for word, so that erased records stay erased, versions go on, and signatures and anchors hold. Constant memory.
/// </summary>
/// <remarks>
/// <para>Progress is what the target holds: a run walks both stores in the order of their keys and writes what the target lacks or holds
/// in a lower version. A run that was stopped or killed is simply repeated; so is one that was overtaken by writers.</para>
/// <para>The source may be in use during a first run; the last one needs it at rest, and says by <see cref="StoreCopyReport.SourceChanged"/> if it was
/// not. Nobody else may write to the target until the copy is complete.</para>
/// <para>What does not travel: the change feed with its events and positions (whoever follows the feed begins anew at the target, where each
/// copied record is a change), and request keys (answer or resolve requests on their way before the switch). Keys that encrypt are not in a store.</para>
/// </remarks>
/// <param name="source">Read only.</param>
/// <param name="target">An empty store with its schema, or one an earlier run filled.</param>
/// <param name="kinds">All kinds of records the source holds.</param>
public sealed class StoreCopier(StoreSide source, StoreSide target, IReadOnlyList<RecordKind> kinds)
{
    /// <summary>Copies, and compares both stores afterwards.</summary>
    /// <param name="compare">Whether to compare; not worth while as long as the source is in use.</param>
    /// <param name="note">
    /// Makes an audit entry for the target, which is written once if the copy is complete and the target's trail does not go on already;
    /// null for none. It ends the copying: entries that the source gets later no longer fit.
    /// </param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    /// <exception cref="NewCitizenException">NC3014: the target has an audit trail of its own; NC3017: too much of it belongs to others; NC3019: the source holds kinds that are not given.</exception>
    public async ValueTask<StoreCopyReport> CopyAsync(
        bool compare, Func<StoreCopyReport, AuditEntry>? note, IProgress<StoreCopyProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        await RequireKnownKindsAsync(cancellationToken).ConfigureAwait(false);
        var begin = await FeedEnd.FindAsync(source.Changes, cancellationToken).ConfigureAwait(false);

        // The trail first: it tells a foreign target before anything is written to it.
        var audit = await AuditCopy.RunAsync(source, target, progress, cancellationToken).ConfigureAwait(false);
        var records = new RecordCopy(source, target, progress);
        foreach (var kind in kinds)
        {
            await records.RunAsync(kind, cancellationToken).ConfigureAwait(false);
        }

        var comparison = compare ? await new StoreComparer(kinds).CompareAsync(source, target, progress, cancellationToken).ConfigureAwait(false) : null;
        var changed = !await FeedEnd.EndsAtAsync(source.Changes, begin, cancellationToken).ConfigureAwait(false);
        var report = new StoreCopyReport(records.Written, audit, changed, comparison);
        if (note is not null && report.IsComplete && comparison!.AuditAhead == 0)
        {
            var entry = note(report);
            var result = await target.Records.CommitAsync(new WriteBatch(entry.Agency).AddAudit(entry), cancellationToken).ConfigureAwait(false);
            if (!result.IsDurable)
            {
                throw CommitFailures.Exception(result);
            }
        }

        return report;
    }

    private async ValueTask RequireKnownKindsAsync(CancellationToken cancellationToken)
    {
        var others = (await source.Schema.InspectAsync(cancellationToken).ConfigureAwait(false)).OtherKinds.Except(kinds.Select(kind => kind.Name), StringComparer.Ordinal).ToList();
        if (others.Count > 0)
        {
            throw new NewCitizenException(StorageErrors.KindsUnknown, string.Join(", ", others));
        }
    }
}
