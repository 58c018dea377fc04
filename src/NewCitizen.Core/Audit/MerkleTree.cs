using System.Numerics;
using System.Security.Cryptography;

namespace NewCitizen.Audit;

/// <summary>
/// The right edge of a growing Merkle tree (RFC 6962 section 2.1): one hash a full subtree, largest first, one for each bit set in the size.
/// Enough to append and to tell the root.
/// </summary>
internal sealed class MerkleTree
{
    public const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private readonly List<byte[]> _edge;

    public MerkleTree()
        : this(0, [])
    {
    }

    /// <exception cref="ArgumentException">The hashes do not fit the size.</exception>
    public MerkleTree(long size, IReadOnlyList<byte[]> frontier)
    {
        if (size < 0 || frontier.Count != BitOperations.PopCount((ulong)size) || frontier.Any(hash => hash is not { Length: AuditHash.Size }))
        {
            throw new ArgumentException("The frontier does not fit the size.", nameof(frontier));
        }

        Size = size;
        _edge = [.. frontier];
    }

    public long Size { get; private set; }

    public IReadOnlyList<byte[]> Frontier => _edge;

    public void Append(ReadOnlySpan<byte> leafHash)
    {
        var hash = leafHash.ToArray();
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            hash = Node(_edge[^1], hash);
            _edge.RemoveAt(_edge.Count - 1);
        }

        _edge.Add(hash);
        Size++;
    }

    public byte[] Root()
    {
        if (_edge.Count == 0)
        {
            return SHA256.HashData([]);
        }

        var root = _edge[^1];
        for (var i = _edge.Count - 2; i >= 0; i--)
        {
            root = Node(_edge[i], root);
        }

        return root;
    }

    private static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> buffer = stackalloc byte[1 + (2 * AuditHash.Size)];
        buffer[0] = NodePrefix;
        left.CopyTo(buffer[1..]);
        right.CopyTo(buffer[(1 + AuditHash.Size)..]);
        return SHA256.HashData(buffer);
    }
}
