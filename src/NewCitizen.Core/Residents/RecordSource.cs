namespace NewCitizen.Residents;

/// <summary>Where a fact came from (数据来源): which channel, and the reference there.</summary>
/// <param name="Channel">Lower-case name of the channel, such as <c>counter</c>, <c>roster</c>, <c>portal</c>, <c>partner</c>.</param>
/// <param name="Reference">Reference inside the channel, such as <c>a1b2c3:12</c> for row 12 of a roster; no personal data.</param>
public sealed record RecordSource(string Channel, string? Reference = null);
