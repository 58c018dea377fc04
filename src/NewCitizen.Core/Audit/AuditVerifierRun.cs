using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.Audit;

/// <summary>State of one verification: walks checkpoints and entries side by side.</summary>
internal sealed class AuditVerifierRun(IAuditTrail trail, AuditSignatures signatures, IReadOnlyList<AuditAnchor> anchors)
{
    private const int PageSize = 1000;
    private readonly List<AuditProblem> _problems = [];
    private readonly HashSet<AuditAnchor> _anchors = [.. anchors];
    private readonly Queue<StoredAuditEntry> _ahead = new();
    private MerkleTree _tree = new();
    private AuditCheckpoint? _trusted;
    private long _lastNumber;
    private byte[]? _lastHash = new byte[AuditHash.Size];
    private FeedPosition _read;
    private FeedPosition _lastLeaf;
    private long _leaves;
    private long _checkpoints;
    private long _problemCount;
    private long _sinceTrusted;

    private FeedPosition TrustedPosition => _trusted?.Position ?? FeedPosition.Start;

    /// <summary>Checks the next checkpoint, and the entries it signs. One that cannot be trusted counts as absent: the next good one covers its entries.</summary>
    public async ValueTask CheckpointAsync(StoredRecord record, CancellationToken cancellationToken)
    {
        _checkpoints++;
        var number = record["number"].IsNull ? 0 : record["number"].AsInteger();
        for (var missing = _lastNumber + 1; missing < number; missing++)
        {
            Report(AuditErrors.CheckpointMissing, TrustedPosition, TrustedPosition, AuditCheckpoints.Text(missing));
            _lastHash = null;
            if (missing - _lastNumber == MaxReported)
            {
                break;
            }
        }

        _lastNumber = Math.Max(number, _lastNumber);
        if (AuditCheckpoints.Read(record) is not { } checkpoint)
        {
            Report(AuditErrors.CheckpointMalformed, TrustedPosition, TrustedPosition, AuditCheckpoints.Text(number));
            _lastHash = null;
            return;
        }

        _anchors.Remove(checkpoint.Anchor());
        if (_lastHash is not null && !checkpoint.Previous.AsSpan().SequenceEqual(_lastHash))
        {
            Report(AuditErrors.ChainBroken, TrustedPosition, checkpoint.Position, AuditCheckpoints.Text(number));
        }

        _lastHash = checkpoint.Hash();
        if (signatures.Problem(checkpoint) is { } problem)
        {
            Report(problem, TrustedPosition, checkpoint.Position, AuditCheckpoints.Text(number));
            return;
        }

        if (checkpoint.Size <= (_trusted?.Size ?? 0) || checkpoint.Position <= TrustedPosition)
        {
            Report(AuditErrors.CheckpointMalformed, TrustedPosition, checkpoint.Position, AuditCheckpoints.Text(number));
            return;
        }

        await ReadToAsync(checkpoint.Position, cancellationToken).ConfigureAwait(false);
        Compare(checkpoint);
    }

    public async ValueTask<AuditVerification> FinishAsync(CancellationToken cancellationToken)
    {
        await ReadToAsync(new FeedPosition(long.MaxValue, long.MaxValue), cancellationToken).ConfigureAwait(false);
        foreach (var anchor in _anchors.OrderBy(anchor => anchor.Number))
        {
            Report(AuditErrors.AnchorLost, TrustedPosition, _lastLeaf, AuditCheckpoints.Text(anchor.Number));
        }

        return new AuditVerification(
            _leaves, _checkpoints, _trusted?.Size ?? 0, TrustedPosition, _sinceTrusted, _trusted?.Anchor(), _problems, _problemCount);
    }

    private const int MaxReported = 100;

    private void Compare(AuditCheckpoint checkpoint)
    {
        var signed = checkpoint.Size - (_trusted?.Size ?? 0);
        if (_sinceTrusted < signed)
        {
            Report(AuditErrors.EntriesMissing, TrustedPosition, checkpoint.Position, AuditCheckpoints.Text(signed - _sinceTrusted));
        }
        else if (_sinceTrusted > signed)
        {
            Report(AuditErrors.EntriesAdded, TrustedPosition, checkpoint.Position, AuditCheckpoints.Text(_sinceTrusted - signed));
        }
        else if (!_tree.Root().AsSpan().SequenceEqual(checkpoint.Root))
        {
            Report(AuditErrors.StretchDiffers, TrustedPosition, checkpoint.Position);
        }

        // What was signed counts from here on, so one broken stretch does not spoil the report on all later ones.
        _tree = new MerkleTree(checkpoint.Size, checkpoint.Frontier);
        _trusted = checkpoint;
        _sinceTrusted = 0;
    }

    private async ValueTask ReadToAsync(FeedPosition last, CancellationToken cancellationToken)
    {
        while (true)
        {
            while (_ahead.TryPeek(out var leaf) && leaf.Position <= last)
            {
                Leaf(_ahead.Dequeue());
            }

            if (_ahead.Count > 0)
            {
                return;
            }

            var page = await trail.ReadAuditAsync(agency: null, _read, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var leaf in page.Entries)
            {
                _ahead.Enqueue(leaf);
            }

            if (page.Position == _read)
            {
                return;
            }

            _read = page.Position;
        }
    }

    private void Leaf(StoredAuditEntry leaf)
    {
        if (_leaves > 0 && leaf.Position <= _lastLeaf)
        {
            Report(AuditErrors.OrderBroken, leaf.Position, leaf.Position);
        }

        if (!AuditHash.Compute(leaf.Entry).AsSpan().SequenceEqual(leaf.Hash.Span))
        {
            Report(AuditErrors.EntryChanged, leaf.Position, leaf.Position);
        }

        _tree.Append(AuditVerifier.LeafHash(leaf));
        _lastLeaf = leaf.Position;
        _leaves++;
        _sinceTrusted++;
    }

    private void Report(ErrorCode code, FeedPosition from, FeedPosition to, params IReadOnlyList<string> arguments)
    {
        _problemCount++;
        if (_problems.Count < AuditVerifier.MaxProblems)
        {
            _problems.Add(new AuditProblem(code, from, to, arguments));
        }
    }
}
