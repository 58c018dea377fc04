using System.Security.Cryptography;

namespace NewCitizen.Privacy;

/// <summary>Random nonces from the system's generator, fetched 256 at a time and thread: one call costs as much as encrypting a field.</summary>
internal static class NonceSource
{
    private const int BatchSize = 256 * FieldEnvelope.NonceSize;

    [ThreadStatic]
    private static byte[]? s_batch;

    [ThreadStatic]
    private static int s_used;

    public static void Fill(Span<byte> nonce)
    {
        if (s_batch is null || s_used == BatchSize)
        {
            s_batch ??= new byte[BatchSize];
            RandomNumberGenerator.Fill(s_batch);
            s_used = 0;
        }

        s_batch.AsSpan(s_used, FieldEnvelope.NonceSize).CopyTo(nonce);
        s_used += FieldEnvelope.NonceSize;
    }
}
