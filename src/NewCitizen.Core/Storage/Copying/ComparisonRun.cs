using NewCitizen.Audit;

namespace NewCitizen.Storage.Copying;

/// <summary>State of one comparison, or of one digest if there is no target.</summary>
internal sealed class ComparisonRun(StoreSide source, StoreSide? target, IProgress<StoreCopyProgress>? progress) : IDisposable
{
    private const int ReportEvery = 5000;

    private readonly RollingDigest _sourceDigest = new();
    private readonly RollingDigest _targetDigest = new();
    private readonly MerkleTree _sourceTree = new();
    private readonly MerkleTree _targetTree = new();
    private readonly List<StoreDifference> _differences = [];
    private long _differenceCount;
    private long _ahead;
    private long _read;

    public async ValueTask<StoreComparison> RunAsync(IReadOnlyList<RecordKind> kinds, CancellationToken cancellationToken)
    {
        foreach (var kind in kinds)
        {
            await KindAsync(kind, cancellationToken).ConfigureAwait(false);
        }

        _sourceDigest.End();
        _targetDigest.End();
        await AuditAsync(cancellationToken).ConfigureAwait(false);
        return new(Digest(_sourceDigest, _sourceTree), Digest(_targetDigest, _targetTree), _differenceCount, _differences, _ahead);
    }

    public void Dispose()
    {
        _sourceDigest.Dispose();
        _targetDigest.Dispose();
    }

    private static StoreDigest Digest(RollingDigest records, MerkleTree tree) => new(records.Kinds, tree.Size, Convert.ToHexStringLower(tree.Root()));

    private async ValueTask KindAsync(RecordKind kind, CancellationToken cancellationToken)
    {
        var left = new RecordCursor(source.Bulk, kind);
        var right = target is null ? null : new RecordCursor(target.Bulk, kind);
        await left.NextAsync(from: null, cancellationToken).ConfigureAwait(false);
        if (right is not null)
        {
            await right.NextAsync(from: null, cancellationToken).ConfigureAwait(false);
        }

        while (left.Current is not null || right?.Current is not null)
        {
            var order = right is null ? -1 : left.OrderTo(right);
            if (right is not null)
            {
                Judge(order, left.Current, right.Current);
            }

            if (order <= 0)
            {
                _sourceDigest.Add(left.Current!);
                Count(kind.Name);
                await left.NextAsync(from: null, cancellationToken).ConfigureAwait(false);
            }

            if (order >= 0)
            {
                _targetDigest.Add(right!.Current!);
                await right.NextAsync(from: null, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private void Judge(int order, StoredRecord? left, StoredRecord? right)
    {
        if (order != 0)
        {
            Differ(order < 0 ? new(DifferenceType.Missing, left!.Key, null) : new(DifferenceType.Added, right!.Key, null));
        }
        else if (left!.Version != right!.Version || left.IsTombstone != right.IsTombstone)
        {
            Differ(new(DifferenceType.Version, left.Key, null));
        }
        else if (!left.Body.Span.SequenceEqual(right.Body.Span) || !SameFields(left.Fields, right.Fields))
        {
            Differ(new(DifferenceType.Content, left.Key, null));
        }
    }

    private static bool SameFields(IReadOnlyList<FieldValue> left, IReadOnlyList<FieldValue> right)
    {
        var same = left.Count == right.Count;
        for (var i = 0; same && i < left.Count; i++)
        {
            // An empty set and null differ, although neither has members.
            same = left[i] == right[i] && left[i].IsNull == right[i].IsNull && left[i].IsMany == right[i].IsMany;
        }

        return same;
    }

    private async ValueTask AuditAsync(CancellationToken cancellationToken)
    {
        var left = new AuditCursor(source.Audit);
        var right = target is null ? null : new AuditCursor(target.Audit);
        await left.NextAsync(cancellationToken).ConfigureAwait(false);
        if (right is not null)
        {
            await right.NextAsync(cancellationToken).ConfigureAwait(false);
        }

        while (left.Current is { } entry)
        {
            Count(kind: null);
            _sourceTree.Append(AuditVerifier.LeafHash(entry));
            while (right?.Current is { } added && added.Position < entry.Position)
            {
                Differ(new(DifferenceType.Added, null, added.Position));
                _targetTree.Append(AuditVerifier.LeafHash(added));
                await right.NextAsync(cancellationToken).ConfigureAwait(false);
            }

            if (right?.Current is { } other && other.Position == entry.Position)
            {
                if (!AuditCursor.AreSame(entry, other))
                {
                    Differ(new(DifferenceType.Content, null, entry.Position));
                }

                _targetTree.Append(AuditVerifier.LeafHash(other));
                await right.NextAsync(cancellationToken).ConfigureAwait(false);
            }
            else if (right is not null)
            {
                Differ(new(DifferenceType.Missing, null, entry.Position));
            }

            await left.NextAsync(cancellationToken).ConfigureAwait(false);
        }

        for (; right?.Current is not null; _ahead++)
        {
            await right.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Differ(StoreDifference difference)
    {
        _differenceCount++;
        if (_differences.Count < StoreComparer.MaxDifferences)
        {
            _differences.Add(difference);
        }
    }

    private void Count(string? kind)
    {
        if (++_read % ReportEvery == 0)
        {
            progress?.Report(new(StoreCopyStep.Compare, kind, _read, 0));
        }
    }
}
