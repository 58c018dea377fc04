namespace NewCitizen.Audit;

/// <summary>JSON body of a checkpoint record; hashes and signature as base64.</summary>
internal sealed class AuditCheckpointBody
{
    public required long Number { get; init; }

    public required long Size { get; init; }

    public required long Epoch { get; init; }

    public required long Sequence { get; init; }

    public required byte[] Root { get; init; }

    public required IReadOnlyList<byte[]> Frontier { get; init; }

    public required byte[] Previous { get; init; }

    public required long UnixMilliseconds { get; init; }

    public required ushort KeyId { get; init; }

    public required byte[] Signature { get; init; }
}
