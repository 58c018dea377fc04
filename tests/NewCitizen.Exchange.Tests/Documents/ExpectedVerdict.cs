using System.Text.Json;

namespace NewCitizen.Exchange.Tests.Documents;

/// <summary>A line of samples/partner-node/*/expected.json.</summary>
public sealed record ExpectedVerdict(string File, string Type, string Pointer, string? Keyword, string? Code)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<ExpectedVerdict> Read(string folder) => JsonSerializer.Deserialize<List<ExpectedVerdict>>(
        System.IO.File.ReadAllText(RepositoryFiles.PathOf("samples", "partner-node", folder, "expected.json")), s_options)!;

    public byte[] Line(string folder) => System.IO.File.ReadAllBytes(RepositoryFiles.PathOf("samples", "partner-node", folder, File)).AsSpan().TrimEnd((byte)'\n').ToArray();
}
