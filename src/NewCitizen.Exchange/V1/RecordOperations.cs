namespace NewCitizen.Exchange.V1;

/// <summary>Values of <c>op</c> (操作) of version 1. Splits and restores belong to batches and come with them.</summary>
public static class RecordOperations
{
    /// <summary>The record is new or changed; the line holds it whole.</summary>
    public const string Upsert = "upsert";

    /// <summary>The record is gone at the sender.</summary>
    public const string Delete = "delete";

    /// <summary>The record turned out to be the same person as another one, named by <c>into</c>.</summary>
    public const string Merge = "merge";
}
