using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace NewCitizen.Relays.Webhooks;

/// <summary>
/// Signs and checks webhook calls (回调签名) by the Standard Webhooks scheme: HMAC-SHA256 over <c>id.timestamp.body</c>, so that neither
/// the body nor the time can be changed. Libraries of that scheme in other languages check it as well.
/// </summary>
public static class WebhookSignature
{
    /// <summary>Header with the id of the call; the same when the call comes again.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>Header with the moment of the call, whole seconds since 1970 (UTC).</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>Header with one or more signatures, separated by spaces.</summary>
    public const string SignatureHeader = "webhook-signature";

    private const string Version = "v1,";

    /// <summary>How far the clocks may be apart, and how old a call may be, unless stated otherwise.</summary>
    public static Duration DefaultWindow { get; } = Duration.FromMinutes(5);

    /// <summary>Makes the value of the signature header.</summary>
    /// <param name="secrets">One secret; two while one is being replaced.</param>
    /// <param name="id">Id of the call; no full stop in it.</param>
    /// <param name="timestamp">Moment of the call; cut to whole seconds.</param>
    /// <param name="body">The body as sent.</param>
    /// <exception cref="ArgumentException">There is no secret.</exception>
    public static string Sign(IReadOnlyList<WebhookSecret> secrets, string id, Instant timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (secrets.Count == 0)
        {
            throw new ArgumentException("A call needs a secret.", nameof(secrets));
        }

        var content = Content(id, timestamp.ToUnixTimeSeconds(), body);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var signatures = new string[secrets.Count];
        for (var i = 0; i < secrets.Count; i++)
        {
            secrets[i].Sign(content, mac);
            signatures[i] = Version + Convert.ToBase64String(mac);
        }

        return string.Join(' ', signatures);
    }

    /// <summary>
    /// Checks a call. Compares in constant time. A valid call may still be one that was seen before, within the window: remember the
    /// ids of events, or take a repetition for what it is.
    /// </summary>
    /// <param name="secrets">The secrets the receiver holds; two while one is being replaced.</param>
    /// <param name="id">Value of <see cref="IdHeader"/>, null if missing.</param>
    /// <param name="timestamp">Value of <see cref="TimestampHeader"/>, null if missing.</param>
    /// <param name="signatures">Value of <see cref="SignatureHeader"/>, null if missing.</param>
    /// <param name="body">The body as received, before any decoding.</param>
    /// <param name="now">The receiver's time.</param>
    /// <param name="window">Longest distance between the two; <see cref="DefaultWindow"/> if null.</param>
    public static WebhookCheck Check(
        IReadOnlyList<WebhookSecret> secrets, string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, Instant now, Duration? window = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(signatures) || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return WebhookCheck.HeaderMissing;
        }

        var distance = now.ToUnixTimeSeconds() - seconds;
        var limit = (long)(window ?? DefaultWindow).TotalSeconds;
        if (distance > limit || distance < -limit)
        {
            return WebhookCheck.OutsideWindow;
        }

        var content = Content(id, seconds, body);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var matches = false;
        foreach (var part in signatures.AsSpan().Split(' '))
        {
            var text = signatures.AsSpan(part);
            if (!text.StartsWith(Version, StringComparison.Ordinal) || !Convert.TryFromBase64Chars(text[Version.Length..], given, out var length) || length != mac.Length)
            {
                continue;
            }

            foreach (var secret in secrets)
            {
                secret.Sign(content, mac);
                matches |= CryptographicOperations.FixedTimeEquals(mac, given);
            }
        }

        return matches ? WebhookCheck.Valid : WebhookCheck.Mismatch;
    }

    private static byte[] Content(string id, long seconds, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}."));
        var content = new byte[head.Length + body.Length];
        head.CopyTo(content, 0);
        body.CopyTo(content.AsSpan(head.Length));
        return content;
    }
}
