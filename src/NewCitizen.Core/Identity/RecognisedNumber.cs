using NewCitizen.Errors;

namespace NewCitizen.Identity;

/// <summary>What a text turned out to be (识别结果); holds nothing of the text.</summary>
/// <param name="Kind">The kind it is, or was most likely meant to be.</param>
/// <param name="Error">Why it is no valid number of that kind; <see langword="null"/> if it is one.</param>
/// <param name="Warnings">What is worth a look about a valid number; in strict inspection this never holds errors, they become <paramref name="Error"/>.</param>
public sealed record RecognisedNumber(NumberKind Kind, ErrorCode? Error, IReadOnlyList<ErrorCode> Warnings)
{
    /// <summary>Whether it is a valid number of <see cref="Kind"/>.</summary>
    public bool IsValid => Error is null;
}
