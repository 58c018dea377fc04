namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>What the operations of a batch came to, one place each.</summary>
internal sealed class OperationOutcome(int count)
{
    public long[] Versions { get; } = new long[count];

    public long[] Values { get; } = new long[count];
}
