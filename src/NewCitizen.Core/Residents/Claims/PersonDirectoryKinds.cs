using System.Globalization;
using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Residents.Claims;

/// <summary>How the person directory is stored.</summary>
public static class PersonDirectoryKinds
{
    /// <summary>Number of directory agencies, <c>directory-00</c> to <c>directory-63</c>, over which claims are spread. Fixed for ever: a claim is found by it.</summary>
    public const int Directories = 64;

    internal const string Holder = "holder_agency";
    internal const string Resident = "resident_id";
    internal const string State = "state";
    internal const string ExpiresAt = "expires_at";
    internal const string Other = "other_agency";
    internal const string FencedAt = "fenced_at";

    private static readonly AgencyId[] s_directories =
        [.. Enumerable.Range(0, Directories).Select(number => AgencyId.Parse(string.Create(CultureInfo.InvariantCulture, $"directory-{number:00}")))];

    /// <summary>
    /// Which agency may keep the file of a person, one record an identity document. Its id is the blind index of the document, its agency one of the
    /// directories: so it is unique over all agencies and shards without an index that spans them.
    /// </summary>
    public static RecordKind Claim { get; } = new(
        "person_claim",
        "人员目录: which agency keeps the file of a person; the id is the keyed blind index of an identity document",
        [
            new(Holder, FieldType.Text, "agency that keeps or is about to keep the file"),
            new(Resident, FieldType.Bytes, "file that claimed the document; a merge inside the agency may have moved it on; null while reserved"),
            new(State, FieldType.Text, "pending, confirmed, offered (being handed over) or reserved (handed over, not yet registered)"),
            new(ExpiresAt, FieldType.Instant, "when others may look after a claim that is not confirmed; null when it is"),
            new(Other, FieldType.Text, "offered: agency it goes to; reserved: agency it comes from"),
        ],
        [new(ExpiresAt, IndexType.Ordered)]);

    /// <summary>Notes in an agency that a claim of it was given up: a registration that was still under way then cannot commit any more.</summary>
    public static RecordKind Fence { get; } = new(
        "person_fence",
        "登记栅栏: stops registrations whose claim was given up; the id is that of the claim",
        [new(FencedAt, FieldType.Instant, "when")],
        [new(FencedAt, IndexType.Ordered)]);

    /// <summary>The agencies the claims are kept under; no station may have these ids.</summary>
    public static IReadOnlyList<AgencyId> DirectoryAgencies => s_directories;

    internal static AgencyId DirectoryOf(Guid address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, bigEndian: true, out _);
        return s_directories[bytes[0] % Directories];
    }
}
