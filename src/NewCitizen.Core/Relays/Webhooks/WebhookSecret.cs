using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using NewCitizen.Errors;

namespace NewCitizen.Relays.Webhooks;

/// <summary>A secret that sender and receiver of a webhook share (回调密钥). Never printed.</summary>
public sealed class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int MinBytes = 24;
    private const int MaxBytes = 64;

    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    /// <summary>Reads the text form: <c>whsec_</c> and the Base64 of 24 to 64 bytes.</summary>
    /// <exception cref="NewCitizenException">NC3056: it is none.</exception>
    public static WebhookSecret Parse(string text) => TryParse(text, out var secret) ? secret : throw new NewCitizenException(RelayErrors.SecretInvalid);

    /// <summary>Reads the text form without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out WebhookSecret? secret)
    {
        secret = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var key = new byte[text.Length];
        if (!Convert.TryFromBase64String(text[Prefix.Length..], key, out var length) || length is < MinBytes or > MaxBytes)
        {
            return false;
        }

        secret = new WebhookSecret(key[..length]);
        return true;
    }

    /// <summary>A new secret of 32 random bytes in its text form; show it once, to the receiver.</summary>
    public static string Generate() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Says only what it is.</summary>
    public override string ToString() => "whsec_***";

    internal void Sign(ReadOnlySpan<byte> content, Span<byte> mac) => HMACSHA256.HashData(_key, content, mac);
}
