namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Notes where the holder lives (离开、返回居住地).</summary>
/// <param name="IsAway">Elsewhere; else here again.</param>
public sealed record AwayRequest(bool IsAway);
