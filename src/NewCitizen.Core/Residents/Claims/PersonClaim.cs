using NewCitizen.Agencies;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Residents.Claims;

/// <summary>One claim as it was read; writes expect exactly this version.</summary>
/// <param name="Address">Blind index of the document.</param>
/// <param name="Holder">Agency that keeps or is about to keep the file.</param>
/// <param name="Resident">File that claimed it; default while reserved.</param>
/// <param name="State">State.</param>
/// <param name="ExpiresAt">When others may look after it; null when confirmed.</param>
/// <param name="Other">Offered: where to; reserved: where from.</param>
/// <param name="Version">Version read; 0 for one not stored.</param>
internal sealed record PersonClaim(Guid Address, AgencyId Holder, ResidentId Resident, ClaimState State, Instant? ExpiresAt, AgencyId? Other, long Version)
{
    public static RecordKey Key(Guid address) => new(PersonDirectoryKinds.DirectoryOf(address), PersonDirectoryKinds.Claim, address);

    public static PersonClaim Read(StoredRecord stored) => new(
        stored.Key.Id,
        AgencyId.Parse(stored[PersonDirectoryKinds.Holder].AsText()),
        stored[PersonDirectoryKinds.Resident] is { IsNull: false } id ? new ResidentId(new Guid(id.AsBytes(), bigEndian: true)) : default,
        stored[PersonDirectoryKinds.State].AsText() switch
        {
            "confirmed" => ClaimState.Confirmed,
            "offered" => ClaimState.Offered,
            "reserved" => ClaimState.Reserved,
            _ => ClaimState.Pending,
        },
        stored[PersonDirectoryKinds.ExpiresAt] is { IsNull: false } at ? at.AsInstant() : null,
        stored[PersonDirectoryKinds.Other] is { IsNull: false } other ? AgencyId.Parse(other.AsText()) : null,
        stored.Version);

    /// <summary>A batch that puts this claim in place of the one of its version, or where there was none.</summary>
    public WriteBatch Write() => new WriteBatch(PersonDirectoryKinds.DirectoryOf(Address)).Put(
        PersonDirectoryKinds.Claim,
        Address,
        Version == 0 ? ExpectedVersion.Missing : ExpectedVersion.Exactly(Version),
        [
            FieldValue.Text(Holder.Value),
            Resident == default ? FieldValue.Null : FieldValue.Bytes(Resident.Value.ToByteArray(bigEndian: true)),
            FieldValue.Text(State switch { ClaimState.Confirmed => "confirmed", ClaimState.Offered => "offered", ClaimState.Reserved => "reserved", _ => "pending" }),
            FieldValue.Instant(ExpiresAt),
            FieldValue.Text(Other?.Value),
        ],
        default);

    /// <summary>State and version only.</summary>
    public override string ToString() => $"{State} v{Version}";
}
