namespace NewCitizen.Storage.Sharding;

/// <summary>A move as it stands in the file of a shard map.</summary>
internal sealed class ShardMoveBody
{
    public required string Agency { get; set; }

    public required string From { get; set; }

    public required string To { get; set; }

    public required long Version { get; set; }
}
