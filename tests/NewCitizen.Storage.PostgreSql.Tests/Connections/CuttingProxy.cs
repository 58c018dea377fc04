using System.Net;
using System.Net.Sockets;

namespace NewCitizen.Storage.PostgreSql.Tests.Connections;

/// <summary>Stands between client and server; once armed, it lets a question through and cuts the connection when the answer comes: the server did it, the client never hears.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private int _armed;

    public CuttingProxy(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Cuts { get; private set; }

    public void CutNextAnswer() => Interlocked.Exchange(ref _armed, 1);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
                var (near, far) = (client.GetStream(), server.GetStream());
                await Task.WhenAny(near.CopyToAsync(far, _stop.Token), AnswerAsync(far, near));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The end of a connection is what this is for.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream server, NetworkStream client)
    {
        var buffer = new byte[65536];
        while (await server.ReadAsync(buffer, _stop.Token) is > 0 and var count)
        {
            if (Interlocked.Exchange(ref _armed, 0) == 1)
            {
                // The answer ends with "ready for query": by then the commit is done.
                while (buffer[count - 6] != (byte)'Z')
                {
                    count = await server.ReadAsync(buffer, _stop.Token);
                }

                Cuts++;
                return;
            }

            await client.WriteAsync(buffer.AsMemory(0, count), _stop.Token);
        }
    }
}
