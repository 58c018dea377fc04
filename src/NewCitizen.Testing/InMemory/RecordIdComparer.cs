namespace NewCitizen.Testing.InMemory;

/// <summary>Ids by their big-endian bytes, spelled out rather than left to the runtime.</summary>
internal sealed class RecordIdComparer : IComparer<Guid>
{
    public static RecordIdComparer Instance { get; } = new();

    public int Compare(Guid x, Guid y)
    {
        Span<byte> left = stackalloc byte[16];
        Span<byte> right = stackalloc byte[16];
        x.TryWriteBytes(left, bigEndian: true, out _);
        y.TryWriteBytes(right, bigEndian: true, out _);
        return left.SequenceCompareTo(right);
    }
}
