using NewCitizen.Storage;

namespace NewCitizen.Audit;

/// <summary>
/// Reads the whole audit log again and tells what was altered since it was signed (审计核验): a changed entry by its position; removed,
/// added, exchanged or re-hashed entries by the stretch between two checkpoints; lost, forged or re-ordered checkpoints.
/// Needs public keys only. Thread-safe; constant memory.
/// </summary>
/// <remarks>
/// It cannot see what happened to entries after the last checkpoint, nor, without an <see cref="AuditAnchor"/> kept outside, that the
/// end of the log was cut off together with its checkpoints.
/// </remarks>
public sealed class AuditVerifier(IRecordStore store, IAuditTrail trail, IReadOnlyList<AuditPublicKey> keys)
{
    /// <summary>Most problems a verification lists.</summary>
    public const int MaxProblems = 1000;

    /// <summary>Verifies the log. Entries may be added meanwhile.</summary>
    /// <param name="anchors">Checkpoints noted outside the store earlier; each must still be there.</param>
    /// <param name="cancellationToken">Ends the verification.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A public key is not on P-256.</exception>
    public async ValueTask<AuditVerification> VerifyAsync(IReadOnlyList<AuditAnchor> anchors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        using var signatures = new AuditSignatures(keys);
        var run = new AuditVerifierRun(trail, signatures, anchors);
        QueryCursor? after = null;
        do
        {
            var query = new RecordQuery(AuditCheckpoints.Agency, AuditCheckpoints.Kind, orderBy: "number", limit: RecordQuery.MaxLimit, after: after);
            var page = await store.QueryAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var record in page.Records)
            {
                await run.CheckpointAsync(record, cancellationToken).ConfigureAwait(false);
            }

            after = page.Next;
        }
        while (after is not null);

        return await run.FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The hash that enters the tree: the stored one, so that a changed entry is found as itself and not as its whole stretch.</summary>
    internal static ReadOnlySpan<byte> LeafHash(StoredAuditEntry leaf) =>
        leaf.Hash.Length == AuditHash.Size ? leaf.Hash.Span : AuditHash.Compute(leaf.Entry);
}
