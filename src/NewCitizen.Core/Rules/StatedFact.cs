namespace NewCitizen.Rules;

/// <summary>A fact a finding rests on (认定事实).</summary>
/// <param name="Name">Name of the fact as in the JSON input, such as <c>areaSquareMetres</c>.</param>
/// <param name="Value">The value, invariant; dates as yyyy-MM-dd. Null where it was not known. Never a personal value.</param>
public sealed record StatedFact(string Name, string? Value);
