namespace NewCitizen.Storage.Sharding;

/// <summary>By agency, then by the big-endian bytes of the id: the order of a scan.</summary>
internal sealed class RecordKeyOrder : IComparer<RecordKey>
{
    public static readonly RecordKeyOrder Instance = new();

    public int Compare(RecordKey x, RecordKey y)
    {
        var byAgency = x.Agency.CompareTo(y.Agency);
        if (byAgency != 0)
        {
            return byAgency;
        }

        Span<byte> left = stackalloc byte[16];
        Span<byte> right = stackalloc byte[16];
        x.Id.TryWriteBytes(left, bigEndian: true, out _);
        y.Id.TryWriteBytes(right, bigEndian: true, out _);
        return left.SequenceCompareTo(right);
    }
}
