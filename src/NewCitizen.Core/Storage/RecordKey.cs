using NewCitizen.Agencies;

namespace NewCitizen.Storage;

/// <summary>Address of a record: agency first, so that a table can be split by agency without a change of code.</summary>
/// <param name="Agency">Whose record it is.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="Id">128 bits; ordered by its big-endian bytes.</param>
public readonly record struct RecordKey(AgencyId Agency, RecordKind Kind, Guid Id)
{
    /// <summary>Such as <c>teda/resident/0198c0de-…</c>; an id is not personal data.</summary>
    public override string ToString() => $"{Agency}/{Kind}/{Id}";
}
