namespace NewCitizen.Audit;

/// <summary>Signs checkpoints of the audit log. Thread-safe.</summary>
public interface IAuditSigner
{
    /// <summary>Number of its key among <see cref="AuditPublicKey"/>.</summary>
    ushort KeyId { get; }

    /// <summary>ECDSA P-256 with SHA-256 over <paramref name="data"/>: 64 bytes, r then s (IEEE P1363).</summary>
    byte[] Sign(ReadOnlySpan<byte> data);
}
