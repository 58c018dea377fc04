using NewCitizen.Agencies;
using NewCitizen.Audit;
using NodaTime;

namespace NewCitizen.Core.Tests.Audit;

public sealed class AuditHashVectorTests
{
    private static readonly AuditEntry s_entry = new(AgencyId.Parse("teda"), Instant.FromUnixTimeMilliseconds(-1), "a", "b", null, null, null, null);

    // Expected values come from a separate program (Python hashlib) that follows the description of the encoding.
    [Fact]
    public void Compute_KnownEntries_GivesKnownHashes()
    {
        var full = new AuditEntry(
            AgencyId.Parse("teda"), Instant.FromUnixTimeMilliseconds(1772413200123), "clerk-7", "resident.read-full", "resident",
            Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), "办证", "{\"n\":1}");
        Assert.Equal("ABC84FB15B441157E2235FF487C998DD275004B430CEAC7E211D5A9CB2027E67", Convert.ToHexString(AuditHash.Compute(full)));
        Assert.Equal("AF6935F91ED270565A5758082CAB0C226785FE86B201F5B06E79804957ABE726", Convert.ToHexString(AuditHash.Compute(s_entry)));
        Assert.Equal("3B7B4AA1EF00C28A77BBD15BFB0F675FDCE0B544300751E1E16100FD26F90733", Convert.ToHexString(AuditHash.Compute(s_entry with { SubjectKind = "", Purpose = "" })));
    }

    [Fact]
    public void Compute_PartOfAMillisecond_DoesNotCount() =>
        Assert.Equal(AuditHash.Compute(s_entry), AuditHash.Compute(s_entry with { At = s_entry.At.Plus(Duration.FromTicks(9)) }));

    [Fact]
    public void Compute_TextMovedBetweenFields_Differs() =>
        Assert.NotEqual(AuditHash.Compute(s_entry with { Actor = "ab", Action = "" }), AuditHash.Compute(s_entry with { Actor = "a", Action = "b" }));
}
