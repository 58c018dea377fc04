using System.Net;
using System.Net.Sockets;

namespace NewCitizen.TestServers.Processes;

/// <summary>Ports of 127.0.0.1 nobody listens on.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
