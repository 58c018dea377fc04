using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using NewCitizen.Errors;

namespace NewCitizen.Identity;

/// <summary>What <see cref="NumberText"/> needs of a number type to give it all parse and format interfaces of .NET, for UTF-16 and UTF-8 alike.</summary>
internal interface INumberText<TSelf>
    where TSelf : struct, INumberText<TSelf>
{
    /// <summary>Characters of the printed form; the masked form is as long as the full one.</summary>
    int TextLength { get; }

    static abstract bool Read<TChar>(ReadOnlySpan<TChar> text, out TSelf number, [NotNullWhen(false)] out ErrorCode? error)
        where TChar : unmanaged, IBinaryInteger<TChar>;

    /// <summary>Writes <see cref="TextLength"/> characters; the caller has checked the room.</summary>
    void Write<TChar>(Span<TChar> destination, bool full)
        where TChar : unmanaged, IBinaryInteger<TChar>;
}
