using NewCitizen.Storage;

namespace NewCitizen.Testing.InMemory;

/// <summary>What is kept at an address: a living record, or the version of a tombstone, or (version 0) nothing yet.</summary>
internal readonly record struct MemorySlot(long Version, StoredRecord? Living)
{
    public long? LivingVersion => Living?.Version;
}
