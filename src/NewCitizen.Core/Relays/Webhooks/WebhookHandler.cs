using System.Net;
using System.Net.Sockets;

namespace NewCitizen.Relays.Webhooks;

/// <summary>
/// The connection of a webhook: no redirects, no cookies, no proxy from the environment, and the address is checked after the name was
/// resolved, on the very address that is connected to, so that a name cannot point elsewhere at the second look.
/// </summary>
internal static class WebhookHandler
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(2);

    public static SocketsHttpHandler Create(WebhookOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = s_lifetime,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(options, context.DnsEndPoint, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(WebhookOptions options, DnsEndPoint endpoint, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(endpoint.Host, cancellationToken).ConfigureAwait(false);
        var allowed = Array.FindAll(addresses, options.Allows);
        if (allowed.Length == 0)
        {
            throw new WebhookAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endpoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
