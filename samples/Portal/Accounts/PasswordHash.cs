using System.Security.Cryptography;

namespace Portal.Accounts;

/// <summary>PBKDF2 with SHA-512.</summary>
internal static class PasswordHash
{
    private const int Rounds = 210_000;
    private const int Size = 32;

    // Without 0/O, 1/l/I: people read these from a console.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    public static string NewPassword() => RandomNumberGenerator.GetString(Alphabet, 14);

    public static (string Salt, string Hash) Make(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return (Convert.ToBase64String(salt), Convert.ToBase64String(Derive(password, salt)));
    }

    public static bool Fits(string password, string salt, string hash) =>
        CryptographicOperations.FixedTimeEquals(Derive(password, Convert.FromBase64String(salt)), Convert.FromBase64String(hash));

    private static byte[] Derive(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA512, Size);
}
