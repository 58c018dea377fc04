namespace NewCitizen.Storage.Sharding;

/// <summary>What a move of an agency did.</summary>
/// <param name="Move">From where to where, and the version of the map that says so.</param>
/// <param name="Copied">Records and tombstones copied while the agency went on working.</param>
/// <param name="CaughtUp">Records and tombstones copied again because they changed meanwhile.</param>
/// <param name="Verified">Records and tombstones compared on both sides after the agency was sealed.</param>
public sealed record AgencyMoveReport(ShardMove Move, long Copied, long CaughtUp, long Verified);
