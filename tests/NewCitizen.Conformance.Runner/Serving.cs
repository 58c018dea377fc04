using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Conformance.Runner;

/// <summary>A throw-away PostgreSQL for scripts and for trying things out.</summary>
internal static class Serving
{
    public static async Task<int> RunAsync(int major)
    {
        var server = await PostgreSqlServer.StartNewAsync(new PostgreSqlServerOptions { Major = major });
        await using var scope = server;
        Console.WriteLine($"{server.ServerId} {server.TcpConnectionString}");

        // Until the input ends or the process does.
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        return 0;
    }
}
