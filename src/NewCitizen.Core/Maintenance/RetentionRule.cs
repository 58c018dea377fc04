using NewCitizen.Storage;

namespace NewCitizen.Maintenance;

/// <summary>
/// What is erased some time after a day that stands in a field (保存期限规则). How long after, a city or office decides: see
/// <see cref="MaintenanceOptions.Periods"/>; there is no default.
/// </summary>
/// <param name="Name">Lower-case name in options, figures and audit entries, such as <c>residents</c>.</param>
/// <param name="Kind">Which records.</param>
/// <param name="Field">A field of type date or instant with an ordered index; records without a value stay.</param>
/// <param name="Source">Article or decision it rests on, for those who read the figures.</param>
public sealed record RetentionRule(string Name, RecordKind Kind, string Field, string Source);
