using System.Security.Cryptography;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Audit;

/// <summary>A signed state of the audit log (审计检查点): everything up to <see cref="Position"/> was as the root says.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Size">Entries in the tree.</param>
/// <param name="Position">Position of the last of them.</param>
/// <param name="Root">Root of the Merkle tree (RFC 6962) over the hashes of all of them.</param>
/// <param name="Frontier">Hashes of the full subtrees, largest first; the tree goes on from here.</param>
/// <param name="Previous">Hash of the checkpoint before; 32 zero bytes for the first.</param>
/// <param name="At">When it was signed, whole milliseconds.</param>
/// <param name="KeyId">Number of the signing key.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256, 64 bytes (IEEE P1363).</param>
public sealed record AuditCheckpoint(
    long Number,
    long Size,
    FeedPosition Position,
    byte[] Root,
    IReadOnlyList<byte[]> Frontier,
    byte[] Previous,
    Instant At,
    ushort KeyId,
    byte[] Signature)
{
    /// <summary>SHA-256 of what is signed and of the signature: what the next checkpoint refers to.</summary>
    public byte[] Hash() => SHA256.HashData([.. AuditStatement.Bytes(this), .. Signature]);

    /// <summary>The line to keep outside the store.</summary>
    public AuditAnchor Anchor() => new(Number, Size, Convert.ToHexStringLower(Hash()));
}
