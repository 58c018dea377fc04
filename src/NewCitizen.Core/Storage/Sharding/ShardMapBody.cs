using System.Text.Json.Serialization;

namespace NewCitizen.Storage.Sharding;

/// <summary>A shard map as it stands in its file.</summary>
internal sealed class ShardMapBody
{
    public required long Version { get; set; }

    public required List<string> Shards { get; set; }

    public required int HashedShards { get; set; }

    public Dictionary<string, string> Agencies { get; set; } = [];

    public List<ShardMoveBody> Moves { get; set; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ShardMapBody))]
#pragma warning disable MA0048 // The generated context belongs to the body above.
internal sealed partial class ShardMapJson : JsonSerializerContext;
#pragma warning restore MA0048
