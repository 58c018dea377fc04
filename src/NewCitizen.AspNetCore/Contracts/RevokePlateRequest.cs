namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Revokes or replaces a plate (停用、换发).</summary>
/// <param name="Reason"><c>lost</c>, <c>damaged</c>, <c>noLongerLet</c>, <c>misused</c> or <c>keyCompromised</c>.</param>
public sealed record RevokePlateRequest(string Reason);
