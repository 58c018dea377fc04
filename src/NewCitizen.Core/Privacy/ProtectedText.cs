using System.Diagnostics.CodeAnalysis;

namespace NewCitizen.Privacy;

/// <summary>
/// Personal text without a type of its own, such as a household address (受保护文本). Encrypted in every record body (put a
/// <see cref="ProtectedTextConverter"/> on the property) and never printed.
/// </summary>
public readonly struct ProtectedText : IEquatable<ProtectedText>
{
    private readonly string? _text;

    /// <summary>Wraps a text.</summary>
    public ProtectedText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_text);

    /// <summary>The full text. Showing it to a person needs a purpose and leaves an audit entry; that is the caller's duty.</summary>
    public string Reveal() => _text ?? string.Empty;

    /// <summary>Wraps a text; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static ProtectedText? From(string? text) => text is null ? null : new ProtectedText(text);

    /// <inheritdoc/>
    public bool Equals(ProtectedText other) => string.Equals(Reveal(), other.Reveal(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ProtectedText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Reveal());

    /// <summary>Equality of the text.</summary>
    public static bool operator ==(ProtectedText left, ProtectedText right) => left.Equals(right);

    /// <summary>Inequality of the text.</summary>
    public static bool operator !=(ProtectedText left, ProtectedText right) => !left.Equals(right);

    /// <summary>Three asterisks, or nothing when there is no text.</summary>
    public override string ToString() => IsEmpty ? string.Empty : "***";
}
