using NewCitizen.Storage;

namespace NewCitizen.Privacy;

/// <summary>Knows how records of one kind are written again under the keys of now (重新加密、重建索引). A host registers one for each kind of its own that holds protected values.</summary>
public interface IRecordRekeyer
{
    /// <summary>Which records.</summary>
    RecordKind Kind { get; }

    /// <summary>
    /// Puts the same record into a batch, encrypted with the current key and indexed under the keys of the ring, expecting the version that was read.
    /// Stages nothing if it stands so already.
    /// </summary>
    /// <returns>Whether something was staged.</returns>
    bool Stage(WriteBatch batch, StoredRecord record);
}
