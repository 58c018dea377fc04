namespace NewCitizen.Privacy;

/// <summary>Layout of a protected value: version (1), algorithm (1), key number (2, big-endian), nonce (12), ciphertext, tag (16).</summary>
internal static class FieldEnvelope
{
    public const byte Version = 1;
    public const byte Aes256Gcm = 1;
    public const int KeyIdAt = 2;
    public const int NonceAt = 4;
    public const int NonceSize = 12;
    public const int TextAt = NonceAt + NonceSize;
    public const int TagSize = 16;
    public const int Overhead = TextAt + TagSize;
}
