using NewCitizen.Privacy;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Audit;

/// <summary>
/// Links audit entries into a Merkle tree and signs its state (审计检查点). Entries commit with the change they describe, without a common
/// row that would slow every commit; this follows behind them, in one process or several: checkpoints get their id from their
/// number, so one of two runs wins and the other goes on from there. Thread-safe.
/// </summary>
/// <remarks>
/// Open window: entries after the last checkpoint can still be removed, or altered together with their hash, without a trace.
/// Run with <c>flush</c> every few seconds to keep it short.
/// </remarks>
public sealed class AuditSequencer(IRecordStore store, IAuditTrail trail, IKeyRing keys, IClock clock)
{
    /// <summary>Most entries between two checkpoints: the verifier can tell the stretch in which something was altered.</summary>
    public const int BlockSize = 256;

    private const int MaxFruitlessAttempts = 5;

    /// <summary>Signs every full block of entries after the last checkpoint. Running it again changes nothing.</summary>
    /// <param name="flush">Whether to sign a last, smaller block as well.</param>
    /// <param name="cancellationToken">Ends the run; blocks signed so far stay.</param>
    /// <exception cref="AuditException">The last checkpoint is malformed or not signed by a known key, or none can be written.</exception>
    public async ValueTask<AuditProgress> RunAsync(bool flush, CancellationToken cancellationToken)
    {
        var last = await ReadLastAsync(cancellationToken).ConfigureAwait(false);
        long signed = 0;
        var checkpoints = 0;
        var fruitless = 0;
        while (true)
        {
            var leaves = await ReadBlockAsync(last?.Position ?? FeedPosition.Start, cancellationToken).ConfigureAwait(false);
            if (leaves.Count == 0 || (leaves.Count < BlockSize && !flush))
            {
                return new AuditProgress(signed, checkpoints, last?.Anchor());
            }

            var next = Sign(last, leaves);
            var result = await store.CommitAsync(AuditCheckpoints.Write(next), cancellationToken).ConfigureAwait(false);
            if (result.IsDurable)
            {
                last = next;
                signed += leaves.Count;
                checkpoints++;
                fruitless = 0;
                continue;
            }

            // Another run was first, or the outcome is unknown: go on from what the store holds now.
            var before = last?.Number ?? 0;
            last = await ReadLastAsync(cancellationToken).ConfigureAwait(false);
            fruitless = (last?.Number ?? 0) > before ? 0 : fruitless + 1;
            if (fruitless == MaxFruitlessAttempts)
            {
                throw new AuditException(AuditErrors.Stalled, AuditCheckpoints.Text(next.Number));
            }
        }
    }

    // Signing on top of a forged checkpoint would make the forgery ours.
    private async ValueTask<AuditCheckpoint?> ReadLastAsync(CancellationToken cancellationToken)
    {
        var last = await AuditCheckpoints.ReadLastAsync(store, cancellationToken).ConfigureAwait(false);
        using var signatures = new AuditSignatures(keys.AuditPublicKeys);
        return last is not null && signatures.Problem(last) is { } problem
            ? throw new AuditException(problem, AuditCheckpoints.Text(last.Number))
            : last;
    }

    private async ValueTask<List<StoredAuditEntry>> ReadBlockAsync(FeedPosition after, CancellationToken cancellationToken)
    {
        var leaves = new List<StoredAuditEntry>(BlockSize);
        while (leaves.Count < BlockSize)
        {
            var page = await trail.ReadAuditAsync(agency: null, after, BlockSize - leaves.Count, cancellationToken).ConfigureAwait(false);
            leaves.AddRange(page.Entries);
            if (page.Position == after)
            {
                break;
            }

            after = page.Position;
        }

        return leaves;
    }

    private AuditCheckpoint Sign(AuditCheckpoint? last, List<StoredAuditEntry> leaves)
    {
        var tree = last is null ? new MerkleTree() : new MerkleTree(last.Size, last.Frontier);
        foreach (var leaf in leaves)
        {
            tree.Append(AuditVerifier.LeafHash(leaf));
        }

        var signer = keys.AuditSigner;
        var checkpoint = new AuditCheckpoint(
            (last?.Number ?? 0) + 1,
            tree.Size,
            leaves[^1].Position,
            tree.Root(),
            [.. tree.Frontier],
            last?.Hash() ?? new byte[AuditHash.Size],
            Instant.FromUnixTimeMilliseconds(clock.GetCurrentInstant().ToUnixTimeMilliseconds()),
            signer.KeyId,
            []);
        return checkpoint with { Signature = signer.Sign(AuditStatement.Bytes(checkpoint)) };
    }
}
