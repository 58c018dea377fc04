using NewCitizen.Agencies;
using NodaTime;

namespace NewCitizen.Audit;

/// <summary>
/// Who did what to which record, when and why (审计记录). Commits with the change it describes. Holds no personal value of
/// the person concerned: ids, codes and counts only.
/// </summary>
/// <param name="Agency">Where.</param>
/// <param name="At">When, cut to whole milliseconds.</param>
/// <param name="Actor">Who: the account, not a name.</param>
/// <param name="Action">Lower dotted name, such as <c>resident.read-full</c>.</param>
/// <param name="SubjectKind">Kind of the record concerned, or null.</param>
/// <param name="SubjectId">Id of the record concerned, or null.</param>
/// <param name="Purpose">Why (目的), where one was stated.</param>
/// <param name="Details">Codes, counts and field names, as UTF-8 JSON; null for none.</param>
public sealed record AuditEntry(
    AgencyId Agency,
    Instant At,
    string Actor,
    string Action,
    string? SubjectKind,
    Guid? SubjectId,
    string? Purpose,
    string? Details);
