namespace NewCitizen.Plates;

/// <summary>
/// Crockford's base 32: digits and capital letters but I, L, O and U, so that a number read aloud or off a worn plate is not mistaken; all of
/// it fits the alphanumeric mode of QR codes. Small letters are read as capitals.
/// </summary>
internal static class Base32
{
    public const int BitsPerCharacter = 5;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static void Write(UInt128 value, Span<char> characters)
    {
        for (var i = characters.Length - 1; i >= 0; i--)
        {
            characters[i] = Alphabet[(int)(value & 31)];
            value >>= BitsPerCharacter;
        }
    }

    public static bool TryRead(ReadOnlySpan<char> characters, out UInt128 value)
    {
        value = 0;
        foreach (var character in characters)
        {
            if (ValueOf(character) is not (>= 0 and var digit))
            {
                value = 0;
                return false;
            }

            value = (value << BitsPerCharacter) | (uint)digit;
        }

        return true;
    }

    private static int ValueOf(char character)
    {
        // The alphabet in ASCII order with holes: a formula is a branch or two, a table would be a look-up; both are short of a nanosecond.
        var c = character is >= 'a' and <= 'z' ? (char)(character - 32) : character;
        return c switch
        {
            >= '0' and <= '9' => c - '0',
            >= 'A' and <= 'H' => c - 'A' + 10,
            'J' or 'K' => c - 'J' + 18,
            'M' or 'N' => c - 'M' + 20,
            >= 'P' and <= 'T' => c - 'P' + 22,
            >= 'V' and <= 'Z' => c - 'V' + 27,
            _ => -1,
        };
    }
}
