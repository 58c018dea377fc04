namespace NewCitizen.Exchange.Checking;

/// <summary>
/// A pattern as a table: one look-up a byte, no back-tracking, no allocation, so hostile text cannot make it slow. Made from the same
/// pattern the schema shows.
/// </summary>
internal sealed class PatternMatcher
{
    private const short Dead = -1;

    private readonly short[] _next;
    private readonly bool[] _final;

    public PatternMatcher(string pattern)
    {
        var states = new PatternParser(pattern).Parse();
        var sets = new List<SortedSet<int>> { states.Close([PatternStates.Start]) };
        var numbers = new Dictionary<string, short>(StringComparer.Ordinal) { [Name(sets[0])] = 0 };
        var next = new List<short>();
        for (var i = 0; i < sets.Count; i++)
        {
            for (var character = 0; character < 128; character++)
            {
                var after = states.Close(states.After(sets[i], character));
                if (after.Count == 0)
                {
                    next.Add(Dead);
                    continue;
                }

                if (!numbers.TryGetValue(Name(after), out var number))
                {
                    number = (short)sets.Count;
                    numbers.Add(Name(after), number);
                    sets.Add(after);
                }

                next.Add(number);
            }
        }

        _next = [.. next];
        _final = [.. sets.Select(set => set.Contains(states.Final))];
    }

    /// <summary>Whether the whole text fits.</summary>
    public bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        var state = 0;
        foreach (var unit in utf8)
        {
            if (unit >= 128)
            {
                return false;
            }

            state = _next[(state * 128) + unit];
            if (state == Dead)
            {
                return false;
            }
        }

        return _final[state];
    }

    private static string Name(SortedSet<int> set) => string.Join(',', set);
}
