namespace NewCitizen.Plates.Printing;

/// <summary>Error correction of QR codes: arithmetic in GF(2^8) modulo x^8+x^4+x^3+x^2+1 (ISO/IEC 18004).</summary>
internal static class ReedSolomon
{
    private const int Modulus = 0x11D;

    /// <summary>The remainder that follows the data.</summary>
    public static byte[] Remainder(ReadOnlySpan<byte> data, int length)
    {
        var generator = Generator(length);
        var remainder = new byte[length];
        foreach (var value in data)
        {
            var factor = (byte)(value ^ remainder[0]);
            remainder.AsSpan(1).CopyTo(remainder);
            remainder[^1] = 0;
            for (var i = 0; i < length; i++)
            {
                remainder[i] ^= Multiply(generator[i], factor);
            }
        }

        return remainder;
    }

    // (x - 2^0)(x - 2^1)…, without its leading 1, highest power first.
    private static byte[] Generator(int degree)
    {
        var generator = new byte[degree];
        generator[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                generator[j] = Multiply(generator[j], root);
                if (j + 1 < degree)
                {
                    generator[j] ^= generator[j + 1];
                }
            }

            root = Multiply(root, 2);
        }

        return generator;
    }

    private static byte Multiply(byte x, byte y)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * Modulus);
            product ^= ((y >> bit) & 1) * x;
        }

        return (byte)product;
    }
}
