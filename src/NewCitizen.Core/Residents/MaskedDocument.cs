using NewCitizen.Identity;

namespace NewCitizen.Residents;

/// <summary>An identity document as a list may show it.</summary>
/// <param name="Kind">What kind of document.</param>
/// <param name="MaskedNumber">Its number with the birth date and more hidden.</param>
public sealed record MaskedDocument(IdentityDocumentKind Kind, string MaskedNumber)
{
    internal static MaskedDocument Of(IdentityDocument document) => new(document.Kind, document.MaskedNumber);
}
