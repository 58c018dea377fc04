namespace NewCitizen.Privacy;

/// <summary>
/// Masks text for display (脱敏). Follows common practice: GB/T 37964-2019 fixes no positions. Names, identity numbers and
/// telephone numbers mask themselves.
/// </summary>
public static class Masking
{
    private const string Hidden = "***";

    // From fine to coarse; the first that occurs decides. A find too early hides more, never less.
    private static readonly string[][] s_levels =
    [
        ["街道", "苏木", "镇", "乡"],
        ["社区", "居委会", "村"],
        ["区", "县", "旗"],
        ["市"],
        ["省"],
    ];

    /// <summary>
    /// An address down to its subdistrict or township, else its community or village, else its county:
    /// <c>天津市滨海新区大港街道***</c>. Nothing from the first digit on is ever kept.
    /// </summary>
    public static string Address(ReadOnlySpan<char> address)
    {
        var shown = address;
        for (var i = 0; i < shown.Length; i++)
        {
            if (char.IsNumber(shown[i]))
            {
                shown = shown[..i];
                break;
            }
        }

        foreach (var level in s_levels)
        {
            var end = int.MaxValue;
            foreach (var word in level)
            {
                var at = shown.IndexOf(word, StringComparison.Ordinal);
                end = at > 0 ? Math.Min(end, at + word.Length) : end;
            }

            if (end != int.MaxValue)
            {
                return end == address.Length ? shown.ToString() : string.Concat(shown[..end], Hidden);
            }
        }

        return address.IsEmpty ? string.Empty : Hidden;
    }

    /// <summary>Free text: its first character and three asterisks, the asterisks alone for one character. Does not show the length.</summary>
    public static string Text(ReadOnlySpan<char> text) => text.Length switch
    {
        0 => string.Empty,
        1 => Hidden,
        _ => string.Concat(text[..(char.IsHighSurrogate(text[0]) ? 2 : 1)], Hidden),
    };
}
