namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Papers of a case (材料).</summary>
/// <param name="Papers">Codes, as the item lists them.</param>
public sealed record PapersRequest(IReadOnlyList<string> Papers);
