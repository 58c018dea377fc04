namespace NewCitizen.Plates.Printing;

/// <summary>From text to the codewords of a QR code: alphanumeric mode, error correction Q, versions 1 to 6 (ISO/IEC 18004, tables 7 and 9).</summary>
internal static class QrBits
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private const int MaxVersion = 6;

    // All codewords, error correction codewords a block, blocks.
    private static readonly (int All, int Correction, int Blocks)[] s_versions = [(26, 13, 1), (44, 22, 1), (70, 18, 2), (100, 26, 2), (134, 18, 4), (172, 24, 4)];

    public static int VersionOf(string text)
    {
        foreach (var character in text)
        {
            if (!Alphabet.Contains(character, StringComparison.Ordinal))
            {
                throw new ArgumentException("A character has no alphanumeric form.", nameof(text));
            }
        }

        var bits = 4 + 9 + (11 * (text.Length / 2)) + (6 * (text.Length % 2));
        for (var version = 1; version <= MaxVersion; version++)
        {
            if (bits <= 8 * DataOf(version))
            {
                return version;
            }
        }

        throw new ArgumentException("The text is too long for a plate.", nameof(text));
    }

    /// <summary>Data and error correction in the order in which they are drawn.</summary>
    public static byte[] Codewords(string text, int version)
    {
        var data = Data(text, DataOf(version));
        var (all, correction, blocks) = s_versions[version - 1];
        var shortLength = data.Length / blocks;
        var longBlocks = data.Length % blocks;
        var parts = new (ReadOnlyMemory<byte> Data, byte[] Correction)[blocks];
        for (var (block, start) = (0, 0); block < blocks; block++)
        {
            // The longer ones come last.
            var length = shortLength + (block >= blocks - longBlocks ? 1 : 0);
            var own = data.AsMemory(start, length);
            parts[block] = (own, ReedSolomon.Remainder(own.Span, correction));
            start += length;
        }

        var drawn = new List<byte>(all);
        for (var i = 0; i <= shortLength; i++)
        {
            drawn.AddRange(parts.Where(part => i < part.Data.Length).Select(part => part.Data.Span[i]));
        }

        for (var i = 0; i < correction; i++)
        {
            drawn.AddRange(parts.Select(part => part.Correction[i]));
        }

        return [.. drawn];
    }

    private static int DataOf(int version)
    {
        var (all, correction, blocks) = s_versions[version - 1];
        return all - (correction * blocks);
    }

    private static byte[] Data(string text, int length)
    {
        const int AlphanumericMode = 2;
        var bits = new List<bool>(8 * length);
        Add(AlphanumericMode, 4);
        Add(text.Length, 9);
        for (var i = 0; i + 1 < text.Length; i += 2)
        {
            Add((Value(text[i]) * 45) + Value(text[i + 1]), 11);
        }

        if (text.Length % 2 == 1)
        {
            Add(Value(text[^1]), 6);
        }

        Add(0, Math.Min(4, (8 * length) - bits.Count));
        Add(0, (8 - (bits.Count % 8)) % 8);
        for (var pad = 0xEC; bits.Count < 8 * length; pad ^= 0xEC ^ 0x11)
        {
            Add(pad, 8);
        }

        var bytes = new byte[length];
        for (var i = 0; i < bits.Count; i++)
        {
            bytes[i / 8] |= (byte)((bits[i] ? 1 : 0) << (7 - (i % 8)));
        }

        return bytes;

        void Add(int value, int count)
        {
            for (var bit = count - 1; bit >= 0; bit--)
            {
                bits.Add(((value >> bit) & 1) != 0);
            }
        }
    }

    private static int Value(char character) => Alphabet.IndexOf(character, StringComparison.Ordinal);
}
