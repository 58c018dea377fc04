namespace NewCitizen.Divisions;

/// <summary>
/// The rows of the table packed for look-up: number parsing asks it once a number, so the answer has to cost less than the
/// check digit does. One start per prefecture, then a vectorised search among its few rows.
/// </summary>
internal sealed class DivisionIndex
{
    private const int FirstPrefecture = 1_100;
    private const int PastPrefecture = 8_300;

    private readonly int[] _codes;
    private readonly short[] _from;
    private readonly short[] _to;
    private readonly ushort[] _starts = new ushort[PastPrefecture - FirstPrefecture + 1];

    public DivisionIndex(Division[] rowsInOrder)
    {
        _codes = new int[rowsInOrder.Length];
        _from = new short[rowsInOrder.Length];
        _to = new short[rowsInOrder.Length];
        for (var i = 0; i < rowsInOrder.Length; i++)
        {
            _codes[i] = rowsInOrder[i].Code.Value;
            _from[i] = (short)(rowsInOrder[i].KnownFrom ?? short.MinValue);
            _to[i] = (short)(rowsInOrder[i].ValidTo ?? short.MaxValue);
        }

        for (int prefecture = 0, row = 0; prefecture < _starts.Length; prefecture++)
        {
            while (row < _codes.Length && _codes[row] / 100 < prefecture + FirstPrefecture)
            {
                row++;
            }

            _starts[prefecture] = (ushort)row;
        }
    }

    /// <summary>Where the rows of a code stand, and how many there are.</summary>
    public (int First, int Count) Rows(int code)
    {
        var first = Find(code);
        if (first < 0)
        {
            return (0, 0);
        }

        var count = 1;
        while (first + count < _codes.Length && _codes[first + count] == code)
        {
            count++;
        }

        return (first, count);
    }

    public DivisionStanding Inspect(int code, int year)
    {
        var first = Find(code);
        if (first < 0)
        {
            return DivisionStanding.Unknown;
        }

        for (var i = first; i < _codes.Length && _codes[i] == code; i++)
        {
            if (year >= _from[i] && year <= _to[i])
            {
                return DivisionStanding.Known;
            }
        }

        return year < _from[first] ? DivisionStanding.YoungerThanDate : DivisionStanding.AbolishedBeforeDate;
    }

    /// <summary>The first row with this code or a greater one.</summary>
    public int FirstAtOrAfter(int code)
    {
        var found = Array.BinarySearch(_codes, code);
        if (found < 0)
        {
            return ~found;
        }

        while (found > 0 && _codes[found - 1] == code)
        {
            found--;
        }

        return found;
    }

    private int Find(int code)
    {
        var prefecture = (uint)(code / 100 - FirstPrefecture);
        if (prefecture >= PastPrefecture - FirstPrefecture)
        {
            return -1;
        }

        int start = _starts[prefecture];
        var at = _codes.AsSpan(start, _starts[prefecture + 1] - start).IndexOf(code);
        return at < 0 ? -1 : start + at;
    }
}
