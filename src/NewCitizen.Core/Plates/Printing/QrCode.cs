namespace NewCitizen.Plates.Printing;

/// <summary>
/// A QR code (二维码, ISO/IEC 18004) of capitals, digits and <c>$%*+-./:</c> and space, up to 108 characters, with error correction Q: a quarter of
/// it may be scratched off. It does what plates need and nothing else; tests read its pictures with decoders of others.
/// </summary>
public sealed class QrCode
{
    /// <summary>Most characters.</summary>
    public const int MaxLength = 108;

    /// <summary>Light modules a reader needs around it on each side.</summary>
    public const int QuietZone = 4;

    private readonly bool[,] _dark;

    private QrCode(bool[,] dark) => _dark = dark;

    /// <summary>Modules on each side: 21 to 41.</summary>
    public int Size => _dark.GetLength(0);

    /// <summary>Whether a module is dark.</summary>
    /// <param name="row">From 0 at the top.</param>
    /// <param name="column">From 0 at the left.</param>
    public bool this[int row, int column] => _dark[row, column];

    /// <summary>Makes the code.</summary>
    /// <exception cref="ArgumentException">The text is too long or holds a character that QR codes do not have in their alphanumeric mode.</exception>
    public static QrCode Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var version = QrBits.VersionOf(text);
        return new(QrMatrix.Of(version, QrBits.Codewords(text, version)));
    }

    /// <summary>The code as an SVG path in modules, without the quiet zone: one rectangle a run of dark modules.</summary>
    public string ToSvgPath()
    {
        var path = new System.Text.StringBuilder();
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                if (!_dark[row, column])
                {
                    continue;
                }

                var first = column;
                while (column < Size && _dark[row, column])
                {
                    column++;
                }

                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{first} {row}h{column - first}v1h-{column - first}z");
            }
        }

        return path.ToString();
    }
}
