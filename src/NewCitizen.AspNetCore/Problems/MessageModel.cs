namespace NewCitizen.AspNetCore.Problems;

/// <summary>A message in both languages.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record MessageModel(string Zh, string En);
