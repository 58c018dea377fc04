using NewCitizen.Permits;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>One line of a permit's life (居住证轨迹).</summary>
/// <param name="On">The day in Asia/Shanghai.</param>
/// <param name="Act">What was done; <c>lapse</c> is what the calendar did.</param>
/// <param name="State">The state after it.</param>
/// <param name="Rule">Code of the rule that decides.</param>
public sealed record PermitTraceLineModel(DateOnly On, string Act, string? State, string? Rule)
{
    internal static PermitTraceLineModel Of(PermitTraceLine line) =>
        new(line.On.ToDateOnly(), WireName.Of(line.Act), line.State is { } state ? WireName.Of(state) : null, line.Rule);
}
