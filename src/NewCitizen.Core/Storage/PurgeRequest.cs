using NewCitizen.Agencies;

namespace NewCitizen.Storage;

/// <summary>Asks for records whose retention has ended (保存期限) to be deleted.</summary>
/// <param name="Agency">Whose records.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="Field">A field with an ordered index, such as the date a stay ended.</param>
/// <param name="Before">Records with a value below this one go; records without a value stay. Never null: a store refuses that with an <see cref="ArgumentException"/>.</param>
/// <param name="Limit">Most records in this transaction, 1 to 1,000.</param>
public sealed record PurgeRequest(AgencyId Agency, RecordKind Kind, string Field, FieldValue Before, int Limit);
