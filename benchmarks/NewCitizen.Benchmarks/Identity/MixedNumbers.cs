using System.Globalization;

namespace NewCitizen.Benchmarks.Identity;

/// <summary>
/// Made-up citizen numbers as rosters hold them: 64 % valid (4 % with a small x), 12 % bad check digit, 6 % bad date, 5 % bad
/// province, 4 % bad length, 4 % 15-digit, 3 % letters, full-width or Arabic-Indic digits, 2 % born in 2099. Same seed, same numbers.
/// </summary>
internal static class MixedNumbers
{
    private static readonly string[] s_provinces =
        [.. "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".Split(' ')];

    public static string[] Make(int count)
    {
        var random = new Random(20261122);
        var texts = new string[count];
        for (var i = 0; i < count; i++)
        {
            texts[i] = One(random);
        }

        return texts;
    }

    private static string One(Random random)
    {
        var province = s_provinces[random.Next(s_provinces.Length)];
        var area = random.Next(10_000).ToString("D4", CultureInfo.InvariantCulture);
        var birth = new DateTime(1930, 1, 1).AddDays(random.Next(34_000)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var sequence = random.Next(1000).ToString("D3", CultureInfo.InvariantCulture);
        var good = WithCheck(province + area + birth + sequence);
        return random.Next(100) switch
        {
            < 60 => good,
            < 64 => WithSmallX(province + area + birth, random),
            < 76 => good[..17] + Other(good[17], random),
            < 82 => WithCheck(province + area + birth[..4] + (random.Next(2) == 0 ? "0431" : "1332") + sequence),
            < 87 => WithCheck((random.Next(2) == 0 ? "16" : "99") + area + birth + sequence),
            < 91 => random.Next(2) == 0 ? good[..17] : good + "1",
            < 95 => province + area + birth[2..] + sequence,
            < 98 => Strange(good, random),
            _ => WithCheck(province + area + "20990815" + sequence),
        };
    }

    private static string WithSmallX(string fourteen, Random random)
    {
        for (var start = random.Next(1000); ; start = (start + 1) % 1000)
        {
            var text = WithCheck(fourteen + start.ToString("D3", CultureInfo.InvariantCulture));
            if (text[17] == 'X')
            {
                return text[..17] + "x";
            }
        }
    }

    private static string Strange(string good, Random random) => random.Next(3) switch
    {
        0 => good[..9] + "O" + good[10..],
        1 => string.Concat(good.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '\uFF10') : c)),
        _ => string.Concat(good.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '\u0660') : c)),
    };

    private static char Other(char check, Random random)
    {
        char other;
        do
        {
            other = "0123456789X"[random.Next(11)];
        }
        while (other == check);
        return other;
    }

    private static string WithCheck(string seventeen)
    {
        ReadOnlySpan<byte> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (seventeen[i] - '0') * weights[i];
        }

        return seventeen + "10X98765432"[sum % 11];
    }
}
