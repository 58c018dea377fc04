namespace NewCitizen.Exchange.Tables;

/// <summary>Letters of spreadsheet columns (列标): A, B … Z, AA … XFD.</summary>
public static class ColumnName
{
    /// <summary>The letters of a column.</summary>
    /// <param name="column">From 0 to 16,383.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column is negative.</exception>
    public static string Of(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        Span<char> letters = stackalloc char[8];
        var start = letters.Length;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--start] = (char)('A' + ((rest - 1) % 26));
        }

        return new string(letters[start..]);
    }

    /// <summary>Reads the column of a cell reference such as <c>AB12</c>.</summary>
    /// <param name="reference">Letters, then digits.</param>
    /// <param name="column">From 0.</param>
    internal static bool TryParseReference(ReadOnlySpan<char> reference, out int column)
    {
        column = 0;
        var i = 0;
        for (; i < reference.Length && i < 4 && char.IsAsciiLetter(reference[i]); i++)
        {
            column = (column * 26) + (reference[i] & 0x1F);
        }

        column--;
        return i is > 0 and < 4 && i < reference.Length && char.IsAsciiDigit(reference[i]);
    }
}
