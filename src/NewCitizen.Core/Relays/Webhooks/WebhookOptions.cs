using System.Net;
using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Relays.Webhooks;

/// <summary>Where and how a webhook is called (回调设置).</summary>
public sealed record WebhookOptions
{
    /// <summary>Address; https, without user name.</summary>
    public required Uri Address { get; init; }

    /// <summary>Secrets that sign each call: one, or the old and the new one while receivers change over.</summary>
    public required IReadOnlyList<WebhookSecret> Secrets { get; init; }

    /// <summary>Most events in one call, 1 to 1,000; 1 unless set. With 1 the body is one event (<c>application/cloudevents+json</c>), else a list (<c>application/cloudevents-batch+json</c>).</summary>
    public int EventsPerCall { get; init; } = 1;

    /// <summary>Most bytes in one call that holds several events; 256 KiB unless set.</summary>
    public int MaxBytes { get; init; } = 256 * 1024;

    /// <summary>How long one call may take; 10 seconds unless set.</summary>
    public Duration Timeout { get; init; } = Duration.FromSeconds(10);

    /// <summary>Allows plain http, but only to this machine itself: for development and tests.</summary>
    public bool AllowLoopbackHttp { get; init; }

    /// <summary>
    /// Which addresses may be called after the name was resolved; null for all but link-local ones, which no receiver has but cloud
    /// metadata does. Department networks are private, so private ranges are allowed unless this says otherwise.
    /// </summary>
    public Func<IPAddress, bool>? AllowAddress { get; init; }

    internal void Require()
    {
        var allowed = Address.IsAbsoluteUri && Address.UserInfo.Length == 0
            && (Address.Scheme == Uri.UriSchemeHttps || (AllowLoopbackHttp && Address.Scheme == Uri.UriSchemeHttp && Address.IsLoopback));
        if (!allowed)
        {
            throw new NewCitizenException(RelayErrors.AddressRefused);
        }

        if (Secrets.Count == 0)
        {
            throw new NewCitizenException(RelayErrors.SecretInvalid);
        }

#pragma warning disable MA0015 // What is out of range is a property of these settings, and named.
        ArgumentOutOfRangeException.ThrowIfLessThan(EventsPerCall, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(EventsPerCall, 1000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, Duration.Zero);
#pragma warning restore MA0015
    }

    internal bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var linkLocal = plain.IsIPv6LinkLocal || (plain.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && plain.GetAddressBytes() is [169, 254, ..]);
        return !linkLocal && (AllowAddress?.Invoke(plain) ?? true);
    }
}
