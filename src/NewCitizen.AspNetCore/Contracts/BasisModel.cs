using NewCitizen.Services;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What something rests on (设定依据).</summary>
/// <param name="Source">Law, regulation or notice.</param>
/// <param name="Article">Article; absent for the whole.</param>
public sealed record BasisModel(string Source, string? Article)
{
    internal static BasisModel? Of(LegalBasis? basis) => basis is null ? null : new(basis.Source, basis.Article);
}
