using System.Globalization;
using System.Security.Cryptography;

namespace NewCitizen.Privacy;

/// <summary>A numbered 256-bit key. Never printed, never serialised.</summary>
public sealed class ProtectionKey
{
    /// <summary>Length of a key in bytes.</summary>
    public const int Size = 32;

    private readonly byte[] _bytes;

    /// <summary>Takes a copy of the key.</summary>
    /// <param name="id">1 to 65,535; unique among the keys of one use, rising with each rotation.</param>
    /// <param name="bytes">32 bytes.</param>
    /// <exception cref="ArgumentException">The id is 0 or the key is not 32 bytes long.</exception>
    public ProtectionKey(ushort id, ReadOnlySpan<byte> bytes)
    {
        if (id == 0 || bytes.Length != Size)
        {
            throw new ArgumentException("A key has a number from 1 and 32 bytes.", nameof(bytes));
        }

        Id = id;
        // Pinned, so that the collector does not leave copies behind that nobody can clear.
        _bytes = GC.AllocateUninitializedArray<byte>(Size, pinned: true);
        bytes.CopyTo(_bytes);
    }

    /// <summary>Number of the key; part of everything encrypted with it.</summary>
    public ushort Id { get; }

    /// <summary>The key itself.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The number only.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"key {Id}");

    internal static ProtectionKey Generate(ushort id)
    {
        Span<byte> bytes = stackalloc byte[Size];
        RandomNumberGenerator.Fill(bytes);
        var key = new ProtectionKey(id, bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }

    internal void Clear() => CryptographicOperations.ZeroMemory(_bytes);
}
