namespace NewCitizen.Benchmarks.Identity;

/// <summary>The floor: the shortest loop that decides right on the mixed corpus, without reasons, parts or a result.</summary>
internal static class SpanLoop
{
    private static readonly bool[] s_provinces = Provinces();

    public static bool IsValid(ReadOnlySpan<char> text, int latest)
    {
        ReadOnlySpan<byte> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        if (text.Length != 18)
        {
            return false;
        }

        var sum = 0;
        var birth = 0;
        for (var i = 0; i < 17; i++)
        {
            var digit = text[i] - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            sum += digit * weights[i];
            if (i is >= 6 and < 14)
            {
                birth = (birth * 10) + digit;
            }
        }

        if (!s_provinces[((text[0] - '0') * 10) + text[1] - '0'])
        {
            return false;
        }

        var (year, month, day) = (birth / 10_000, birth / 100 % 100, birth % 100);
        if (birth > latest || year < 1800 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var check = "10X98765432"[sum % 11];
        return text[17] == check || (check == 'X' && text[17] == 'x');
    }

    private static bool[] Provinces()
    {
        var known = new bool[100];
        foreach (var prefix in (int[])[11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83])
        {
            known[prefix] = true;
        }

        return known;
    }
}
