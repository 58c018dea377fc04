using NewCitizen.Agencies;

namespace NewCitizen.Storage.Sharding;

/// <summary>
/// Marks in a shard that an agency is leaving or has left it (封存). Every commit through <see cref="ShardedRecordStore"/> holds only if there is
/// no seal, so a process with an old map cannot write where nobody will look: the shard itself refuses.
/// </summary>
public static class ShardSeals
{
    internal const string State = "state";
    internal const string Target = "target";

    internal static readonly Guid SealId = new("6e637368-6172-8001-8000-000000000001");
    internal static readonly Guid MarkerId = new("6e637368-6172-8001-8000-000000000002");

    /// <summary>Kind of the records; every shard declares it.</summary>
    public static RecordKind Kind { get; } = new(
        "shard_seal",
        "分片封存: agencies that are leaving or have left this shard",
        [
            new(State, FieldType.Text, "sealed: no writes; copying: a move is under way; forgotten: the old copy was erased here"),
            new(Target, FieldType.Text, "shard the agency moves to"),
        ],
        []);

    internal static WriteBatch Write(AgencyId agency, Guid id, string state, string target) =>
        new WriteBatch(agency).Put(Kind, id, ExpectedVersion.Any, [FieldValue.Text(state), FieldValue.Text(target)], default);
}
