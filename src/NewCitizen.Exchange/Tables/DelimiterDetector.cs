namespace NewCitizen.Exchange.Tables;

/// <summary>Finds the separator of a CSV file (分隔符识别) in its first lines: title rows above the heading often hold none.</summary>
internal static class DelimiterDetector
{
    private static readonly char[] s_candidates = [',', '\t', ';'];

    public static char Detect(ReadOnlySpan<char> sample)
    {
        Span<int> total = stackalloc int[s_candidates.Length];
        var quoted = false;
        foreach (var c in sample)
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            var index = Array.IndexOf(s_candidates, c);
            if (index >= 0) total[index]++;
        }

        var best = 0;
        for (var i = 1; i < total.Length; i++)
        {
            if (total[i] > total[best]) best = i;
        }

        return s_candidates[best];
    }
}
