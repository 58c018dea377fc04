namespace NewCitizen.Plates.Printing;

/// <summary>Draws codewords into the square of a QR code of version 1 to 6 and picks the mask that reads best (ISO/IEC 18004, clauses 7.7 to 7.9).</summary>
internal sealed class QrMatrix
{
    private const int Masks = 8;
    private const int LevelQ = 3;
    private readonly int _size;
    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;

    private QrMatrix(int version)
    {
        _size = 17 + (4 * version);
        _dark = new bool[_size, _size];
        _fixed = new bool[_size, _size];
        for (var i = 0; i < _size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        Finder(3, 3);
        Finder(3, _size - 4);
        Finder(_size - 4, 3);
        if (version > 1)
        {
            Alignment(_size - 7, _size - 7);
        }

        Format(0);
    }

    public static bool[,] Of(int version, ReadOnlySpan<byte> codewords)
    {
        var matrix = new QrMatrix(version);
        matrix.Draw(codewords);
        var (best, least) = (0, int.MaxValue);
        for (var mask = 0; mask < Masks; mask++)
        {
            matrix.Apply(mask);
            matrix.Format(mask);
            if (QrPenalty.Of(matrix._dark) is var penalty && penalty < least)
            {
                (best, least) = (mask, penalty);
            }

            // A mask is its own inverse.
            matrix.Apply(mask);
        }

        matrix.Apply(best);
        matrix.Format(best);
        return matrix._dark;
    }

    private void Set(int row, int column, bool dark)
    {
        _dark[row, column] = dark;
        _fixed[row, column] = true;
    }

    private void Finder(int row, int column)
    {
        for (var y = -4; y <= 4; y++)
        {
            for (var x = -4; x <= 4; x++)
            {
                if (row + y >= 0 && row + y < _size && column + x >= 0 && column + x < _size)
                {
                    Set(row + y, column + x, Math.Max(Math.Abs(x), Math.Abs(y)) is not (2 or 4));
                }
            }
        }
    }

    private void Alignment(int row, int column)
    {
        for (var y = -2; y <= 2; y++)
        {
            for (var x = -2; x <= 2; x++)
            {
                Set(row + y, column + x, Math.Max(Math.Abs(x), Math.Abs(y)) != 1);
            }
        }
    }

    // Level and mask with their BCH code, twice: around the upper left finder, and split between the two others.
    private void Format(int mask)
    {
        var data = (LevelQ << 3) | mask;
        var remainder = data;
        for (var i = 0; i < 10; i++)
        {
            remainder = (remainder << 1) ^ ((remainder >> 9) * 0x537);
        }

        var bits = ((data << 10) | remainder) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var dark = ((bits >> i) & 1) != 0;
            var (row, column) = i switch
            {
                < 6 => (i, 8),
                < 8 => (i + 1, 8),
                8 => (8, 7),
                _ => (8, 14 - i),
            };
            Set(row, column, dark);
            Set(i < 8 ? 8 : _size - 15 + i, i < 8 ? _size - 1 - i : 8, dark);
        }

        Set(_size - 8, 8, dark: true);
    }

    // Upwards and downwards in pairs of columns from the right, leaving out the column of the timing pattern.
    private void Draw(ReadOnlySpan<byte> codewords)
    {
        var bit = 0;
        for (var right = _size - 1; right >= 1; right -= 2)
        {
            if (right == 6)
            {
                right = 5;
            }

            var upwards = ((right + 1) & 2) == 0;
            for (var step = 0; step < _size; step++)
            {
                var row = upwards ? _size - 1 - step : step;
                for (var side = 0; side < 2; side++)
                {
                    if (!_fixed[row, right - side] && bit < 8 * codewords.Length)
                    {
                        _dark[row, right - side] = ((codewords[bit / 8] >> (7 - (bit % 8))) & 1) != 0;
                        bit++;
                    }
                }
            }
        }
    }

    private void Apply(int mask)
    {
        for (var row = 0; row < _size; row++)
        {
            for (var column = 0; column < _size; column++)
            {
                if (!_fixed[row, column] && Inverts(mask, row, column))
                {
                    _dark[row, column] = !_dark[row, column];
                }
            }
        }
    }

    private static bool Inverts(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => ((row / 2) + (column / 3)) % 2 == 0,
        5 => (row * column % 2) + (row * column % 3) == 0,
        6 => ((row * column % 2) + (row * column % 3)) % 2 == 0,
        _ => (((row + column) % 2) + (row * column % 3)) % 2 == 0,
    };
}
