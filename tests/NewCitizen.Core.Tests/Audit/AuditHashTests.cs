using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NodaTime;

namespace NewCitizen.Core.Tests.Audit;

public sealed class AuditHashTests
{
    private static readonly AuditEntry s_entry = new(
        AgencyId.Parse("teda"), Instant.FromUnixTimeMilliseconds(1_767_225_600_123), "张工", "resident.read-full", "resident", new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), "办理居住证", "{}");

    [Fact]
    public void Compute_IndependentImplementation_Agrees()
    {
        var time = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, 1_767_225_600_123);
        byte[] expected =
        [
            0, .. Part("teda"), 0, 0, 0, 8, .. time, .. Part("张工"), .. Part("resident.read-full"), .. Part("resident"),
            0, 0, 0, 16, 0, 0, 0, 1, 0, 2, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, .. Part("办理居住证"), .. Part("{}"),
        ];
        Assert.Equal(SHA256.HashData(expected), AuditHash.Compute(s_entry));
    }

    [Fact]
    public void Compute_AnyPartChanged_Differs()
    {
        AuditEntry[] entries =
        [
            s_entry,
            s_entry with { Agency = AgencyId.Parse("jizhou") },
            s_entry with { At = s_entry.At + Duration.FromMilliseconds(1) },
            s_entry with { Actor = "李工" },
            s_entry with { Action = "resident.read" },
            s_entry with { SubjectKind = null },
            s_entry with { SubjectKind = "" },
            s_entry with { SubjectId = null },
            s_entry with { SubjectId = Guid.Empty },
            s_entry with { Purpose = null },
            s_entry with { Purpose = "" },
            s_entry with { Details = null },
            s_entry with { Details = "{ }" },
            s_entry with { Purpose = "办理居住证{}", Details = "" },
        ];
        Assert.Equal(entries.Length, entries.Select(entry => Convert.ToHexString(AuditHash.Compute(entry))).Distinct().Count());
    }

    [Fact]
    public void Compute_LongDetails_Works()
    {
        var details = new string('津', 20_000);
        Assert.NotEqual(AuditHash.Compute(s_entry with { Details = details }), AuditHash.Compute(s_entry with { Details = details + "。" }));
    }

    private static byte[] Part(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return [0, 0, 0, (byte)utf8.Length, .. utf8];
    }
}
