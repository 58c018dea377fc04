namespace NewCitizen.Privacy;

/// <summary>Contents of a key ring file, version 1. The highest number of each list is the current key.</summary>
internal sealed class KeyRingFile
{
    public const int CurrentVersion = 1;

    public required int Version { get; init; }

    public required IReadOnlyList<Entry> Encryption { get; init; }

    public required IReadOnlyList<Entry> Index { get; init; }

    /// <summary>PKCS #8 private keys on P-256.</summary>
    public required IReadOnlyList<Entry> Signing { get; init; }

    internal sealed class Entry
    {
        public required ushort Id { get; init; }

        public required byte[] Key { get; init; }

        public override string ToString() => "key";
    }
}
