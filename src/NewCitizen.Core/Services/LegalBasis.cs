namespace NewCitizen.Services;

/// <summary>What obliges or allows an office to do something (设定依据).</summary>
/// <param name="Source">Law, regulation or notice, such as 居住证暂行条例.</param>
/// <param name="Article">Article or section, such as 第九条; null for the whole.</param>
public sealed record LegalBasis(string Source, string? Article);
