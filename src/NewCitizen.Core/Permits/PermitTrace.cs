namespace NewCitizen.Permits;

/// <summary>A life gone through event by event (居住证轨迹).</summary>
/// <param name="Lines">What happened, oldest first.</param>
/// <param name="Standing">How the permit stands on the day asked about.</param>
public sealed record PermitTrace(IReadOnlyList<PermitTraceLine> Lines, PermitStanding Standing);
