namespace NewCitizen.Plates.Printing;

/// <summary>How hard a QR code would be to read (ISO/IEC 18004, clause 7.8.3): long runs, blocks, false finders, too dark or too light.</summary>
internal static class QrPenalty
{
    private static readonly bool[][] s_finders =
    [
        [true, false, true, true, true, false, true, false, false, false, false],
        [false, false, false, false, true, false, true, true, true, false, true],
    ];

    public static int Of(bool[,] dark)
    {
        var size = dark.GetLength(0);
        var penalty = 0;
        var count = 0;
        for (var i = 0; i < size; i++)
        {
            penalty += Line(size, j => dark[i, j]) + Line(size, j => dark[j, i]);
            for (var j = 0; j < size; j++)
            {
                count += dark[i, j] ? 1 : 0;
                if (i > 0 && j > 0 && dark[i, j] == dark[i - 1, j] && dark[i, j] == dark[i, j - 1] && dark[i, j] == dark[i - 1, j - 1])
                {
                    penalty += 3;
                }
            }
        }

        // 10 for every full 5 % away from half.
        return penalty + (10 * (Math.Abs((20 * count) - (10 * size * size)) / (size * size)));
    }

    private static int Line(int size, Func<int, bool> dark)
    {
        var penalty = 0;
        for (var (start, i) = (0, 1); i <= size; i++)
        {
            if (i < size && dark(i) == dark(start))
            {
                continue;
            }

            penalty += i - start >= 5 ? i - start - 2 : 0;
            start = i;
        }

        for (var i = 0; i + 11 <= size; i++)
        {
            foreach (var finder in s_finders)
            {
                var at = 0;
                while (at < finder.Length && dark(i + at) == finder[at])
                {
                    at++;
                }

                penalty += at == finder.Length ? 40 : 0;
            }
        }

        return penalty;
    }
}
