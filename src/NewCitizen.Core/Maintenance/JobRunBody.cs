using System.Text.Json.Serialization;

namespace NewCitizen.Maintenance;

/// <summary>Stored form of a job's last run, apart from its columns.</summary>
internal sealed class JobRunBody
{
    public string? Cursor { get; set; }

    public long? StartedAt { get; set; }

    public long? CompletedAt { get; set; }

    public string? Error { get; set; }

    public Dictionary<string, long> Figures { get; set; } = [];
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JobRunBody))]
#pragma warning disable MA0048 // The generated context belongs to the body beside it.
internal sealed partial class JobRunJson : JsonSerializerContext;
#pragma warning restore MA0048
