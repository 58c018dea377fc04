using NewCitizen.Cases;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>One line of a case (办理记录). Reasons may name the person; they come with the full applicant.</summary>
/// <param name="At">When.</param>
/// <param name="Act">What was done, such as <c>accept</c>.</param>
public sealed record CaseStepModel(DateTimeOffset At, string Act)
{
    internal static CaseStepModel Of(CaseStep step) => new(step.At.ToDateTimeOffset(), WireName.Of(step.Act));
}
