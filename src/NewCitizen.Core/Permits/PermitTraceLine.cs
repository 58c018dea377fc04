using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>One line of a traced life (轨迹行).</summary>
/// <param name="On">The day in Asia/Shanghai.</param>
/// <param name="Act">What was done, or <see cref="PermitAct.Lapse"/> for what the calendar did.</param>
/// <param name="State">The state after it.</param>
/// <param name="Refusal">Why it could not be done; null if it was.</param>
/// <param name="Rule">Code of the rule that decides; null where no article names one.</param>
public sealed record PermitTraceLine(LocalDate On, PermitAct Act, PermitState? State, Issue? Refusal, string? Rule);
