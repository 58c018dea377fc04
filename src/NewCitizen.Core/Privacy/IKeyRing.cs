using NewCitizen.Audit;

namespace NewCitizen.Privacy;

/// <summary>
/// Where the keys come from (密钥环): encryption of fields, blind indexes, and signatures under the audit log.
/// <see cref="FileKeyRing"/> is the default; an office with a key service or an HSM brings its own. Implementations are thread-safe.
/// </summary>
/// <remarks>
/// Keys of the three uses are independent. An encryption key stays in the ring as long as any value was written with it.
/// </remarks>
public interface IKeyRing
{
    /// <summary>The key new values are encrypted with. May change while the process runs (rotation, 密钥轮换).</summary>
    ProtectionKey EncryptionKey { get; }

    /// <summary>Any encryption key, current or older; null if the ring does not hold it.</summary>
    ProtectionKey? FindEncryptionKey(ushort id);

    /// <summary>Keys of the blind indexes: the current one first, then older ones under which records may still be indexed.</summary>
    IReadOnlyList<ProtectionKey> IndexKeys { get; }

    /// <summary>Signs the checkpoints of the audit log.</summary>
    IAuditSigner AuditSigner { get; }

    /// <summary>Public keys of all signers there ever were. Hand them to whoever verifies the log; they are no secret.</summary>
    IReadOnlyList<AuditPublicKey> AuditPublicKeys { get; }
}
