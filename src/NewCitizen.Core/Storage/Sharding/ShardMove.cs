using NewCitizen.Agencies;

namespace NewCitizen.Storage.Sharding;

/// <summary>One agency that changed its shard (分片迁移). Its feed and audit entries from before stay where it was.</summary>
/// <param name="Agency">Whose records.</param>
/// <param name="From">Shard it was on.</param>
/// <param name="To">Shard it is on since.</param>
/// <param name="Version">Version of the map that says so first.</param>
public sealed record ShardMove(AgencyId Agency, string From, string To, long Version);
