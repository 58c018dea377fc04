namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Another party confirms facts as they are (核实).</summary>
/// <param name="Party">Who confirms.</param>
/// <param name="Facts">Which facts; absent for all that are neither contested nor that party's own.</param>
public sealed record ConfirmStayRequest(string Party, IReadOnlyList<string>? Facts = null);
