namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A document with its number masked (脱敏证件).</summary>
/// <param name="Kind">GA/T 517 code.</param>
/// <param name="MaskedNumber">Part of the number hidden.</param>
public sealed record MaskedDocumentModel(string Kind, string MaskedNumber);
