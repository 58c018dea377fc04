namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Issues a plate (发放门牌).</summary>
/// <param name="HomeId">The home.</param>
public sealed record IssuePlateRequest(Guid HomeId);
