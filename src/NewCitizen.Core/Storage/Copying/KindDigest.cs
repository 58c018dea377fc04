using NewCitizen.Agencies;

namespace NewCitizen.Storage.Copying;

/// <summary>What a store holds of one kind in one agency, in one hash.</summary>
/// <param name="Agency">Whose records.</param>
/// <param name="Kind">Name of the kind.</param>
/// <param name="Living">Living records.</param>
/// <param name="Tombstones">Tombstones.</param>
/// <param name="Hash">
/// SHA-256 in lower hexadecimal over all of them in the order of their ids: of each the id (16 bytes, big-endian), the version (8 bytes,
/// big-endian), whether it is a tombstone, every field with its type, and the body.
/// </param>
public sealed record KindDigest(AgencyId Agency, string Kind, long Living, long Tombstones, string Hash);
