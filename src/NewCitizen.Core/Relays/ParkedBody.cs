using NewCitizen.Storage;

namespace NewCitizen.Relays;

/// <summary>JSON body of a parked message: what the declared fields do not hold.</summary>
internal sealed class ParkedBody
{
    public required Guid Stream { get; init; }

    public required string Change { get; init; }

    public required Guid RecordId { get; init; }

    public required long Version { get; init; }

    public string? EventType { get; init; }

    public required byte[] Payload { get; init; }

    internal static string Name(ChangeType type) => type switch
    {
        ChangeType.Put => "put",
        ChangeType.Deleted => "deleted",
        _ => "event",
    };

    internal ChangeType Type => Change switch
    {
        "put" => ChangeType.Put,
        "deleted" => ChangeType.Deleted,
        _ => ChangeType.Event,
    };
}
