namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Gives a new card for a lost or damaged one (补领、换领).</summary>
/// <param name="OldCardReturned">Whether the old card was handed in.</param>
public sealed record ReplaceCardRequest(bool OldCardReturned);
