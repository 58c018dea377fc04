using NewCitizen.Permits;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>One line of a permit's history (办理记录); reasons are not shown.</summary>
/// <param name="At">When.</param>
/// <param name="Act">Such as <c>apply</c>, <c>accept</c>, <c>issue</c>, <c>endorse</c>.</param>
public sealed record PermitStepModel(DateTimeOffset At, string Act)
{
    internal static PermitStepModel Of(PermitStep step) => new(step.At.ToDateTimeOffset(), WireName.Of(step.Act));
}
