namespace NewCitizen.Storage;

/// <summary>
/// Makes a write repeatable (幂等键): the same key with the same digest gets the earlier answer, with another digest it is refused.
/// </summary>
public sealed class RequestKey
{
    /// <summary>Longest key in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>Makes a key.</summary>
    /// <param name="value">1 to 100 printable ASCII characters, chosen by the caller; unique inside the agency. Must not be personal.</param>
    /// <param name="digest">Digest of what is asked, such as SHA-256 of the command; tells a retry from a reused key.</param>
    /// <exception cref="ArgumentException">The key is empty, too long, or not printable ASCII.</exception>
    public RequestKey(string value, byte[] digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        if (value is not { Length: >= 1 and <= MaxLength } || !value.All(c => c is > ' ' and <= '~'))
        {
            throw new ArgumentException("A request key has 1 to 100 printable ASCII characters.", nameof(value));
        }

        Value = value;
        Digest = digest;
    }

    /// <summary>The key.</summary>
    public string Value { get; }

    /// <summary>Digest of what is asked.</summary>
    public ReadOnlyMemory<byte> Digest { get; }

    /// <summary>The key.</summary>
    public override string ToString() => Value;
}
