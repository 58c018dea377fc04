namespace NewCitizen.Codes;

/// <summary>
/// A value of a code table as a record keeps it (代码值): the code, or the text as written when the table does not know it.
/// Nothing an office wrote is lost.
/// </summary>
public readonly record struct CodedValue
{
    private CodedValue(string? code, string? rawText)
    {
        Code = code;
        RawText = rawText;
    }

    /// <summary>The code; <see langword="null"/> when unknown or empty.</summary>
    public string? Code { get; }

    /// <summary>The text as written, only when the table does not know it. It may hold anything an office typed: treat it as personal.</summary>
    public string? RawText { get; }

    /// <summary>Whether there is neither code nor text.</summary>
    public bool IsEmpty => Code is null && RawText is null;

    /// <summary>Whether the table knows the value.</summary>
    public bool IsKnown => Code is not null;

    /// <summary>The value of a row.</summary>
    public static CodedValue Of(CodeEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new CodedValue(entry.Code, null);
    }

    /// <summary>A value no table knows, kept as written.</summary>
    /// <exception cref="ArgumentException"><paramref name="rawText"/> is blank.</exception>
    public static CodedValue Unknown(string rawText)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rawText);
        return new CodedValue(null, rawText);
    }

    /// <summary>A stored value: a code, or the text kept instead.</summary>
    /// <exception cref="ArgumentException">Both are given.</exception>
    public static CodedValue FromStored(string? code, string? rawText)
    {
        if (code is not null && rawText is not null)
        {
            throw new ArgumentException("A coded value has a code or a text, not both.", nameof(rawText));
        }

        return new CodedValue(code, rawText);
    }

    /// <summary>The code; <c>***</c> for a text no table knows, since that may be personal; empty if there is nothing.</summary>
    public override string ToString() => Code ?? (RawText is null ? string.Empty : "***");
}
