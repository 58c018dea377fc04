using System.Text;
using NewCitizen.Exchange.Checking;
using NewCitizen.Exchange.Schemas;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Exchange.Tests.Documents;

internal static class Checkers
{
    public static FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 22, 4, 0));

    public static DocumentChecker Resident { get; } = new(DocumentTypes.Resident, Clock);

    public static DocumentChecker Stay { get; } = new(DocumentTypes.ResidenceRegistration, Clock);

    public static byte[] ValidLine { get; } = File.ReadAllBytes(RepositoryFiles.PathOf("samples", "partner-node", "valid", "residents.ndjson")).AsSpan() is var all ? all[..all.IndexOf((byte)'\n')].ToArray() : [];

    public static DocumentChecker Of(string type) => type == DocumentTypes.Resident.Name ? Resident : Stay;

    public static async Task<(CheckReport Report, List<DocumentIssue> Issues)> CheckAsync(byte[] bytes, CheckOptions? options = null)
    {
        var issues = new List<DocumentIssue>();
        using var stream = new MemoryStream(bytes);
        var report = await new DocumentChecker(DocumentTypes.Resident, Clock, options).CheckAsync(stream, issues.Add, CancellationToken.None);
        return (report, issues);
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
