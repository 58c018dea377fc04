namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>What was found where a record is to be written.</summary>
/// <param name="Version">Its last version; 0 if it was never written.</param>
/// <param name="IsLiving">Whether it is there, not deleted.</param>
/// <param name="Sides">The sets that side tables list, in their order.</param>
internal readonly record struct RecordState(long Version, bool IsLiving, IReadOnlyList<FieldValue> Sides)
{
    public long? LivingVersion => IsLiving ? Version : null;
}
