using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NewCitizen.TestServers.Processes;

namespace NewCitizen.TestServers.RabbitMq;

/// <summary>A RabbitMQ of its own in a folder of its own, with its own name server, on free ports of 127.0.0.1. Queues survive a kill.</summary>
public sealed class RabbitServer : IAsyncDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);
    private static readonly Lazy<Task<RabbitServer>> s_shared = new(() => Task.Run(StartNewAsync));
    private readonly Supervisor _server;
    private readonly Supervisor _names;

    private RabbitServer(Supervisor server, Supervisor names, int port) => (_server, _names, Port) = (server, names, port);

    /// <summary>Whether RabbitMQ is installed.</summary>
    public static bool IsInstalled => OperatingSystem.IsLinux() && File.Exists(Program);

    /// <summary>AMQP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Address for a client.</summary>
    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{Port}/"));

    /// <summary>The one server of this process, for tests that do not stop it.</summary>
    /// <exception cref="SkipException">RabbitMQ is not installed.</exception>
    public static Task<RabbitServer> SharedAsync()
    {
        Require();
        return s_shared.Value;
    }

    /// <summary>Makes and starts a server.</summary>
    /// <exception cref="SkipException">RabbitMQ is not installed.</exception>
    public static async Task<RabbitServer> StartNewAsync()
    {
        Require();
        var (port, namePort, nodePort) = (FreePort.Next(), FreePort.Next(), FreePort.Next());
        var nameFolder = Directory.CreateTempSubdirectory("newcitizen-epmd-").FullName;
        var names = new Supervisor(nameFolder, ["epmd", "-port", Text(namePort), "-address", "127.0.0.1"]);
        await names.StartAsync();
        var folder = Directory.CreateTempSubdirectory("newcitizen-mq-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{port}
            loopback_users.guest = true
            vm_memory_high_watermark.absolute = 512MB
            disk_free_limit.absolute = 50MB
            log.console = true
            log.console.level = warning
            log.file = false

            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "plugins"), "[].\n");
        var server = new RabbitServer(
            new Supervisor(folder, [Program], new Dictionary<string, string>
            {
                ["HOME"] = folder,
                ["ERL_EPMD_PORT"] = Text(namePort),
                ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
                ["RABBITMQ_NODENAME"] = $"t{port}@localhost",
                ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
                ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq"),
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "plugins"),
                ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
                ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "logs"),
                ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
                ["RABBITMQ_DIST_PORT"] = Text(nodePort),
                ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}",
            }),
            names,
            port);
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server after <see cref="StopAsync"/> or <see cref="KillAsync"/> and waits until it takes clients.</summary>
    public async Task StartAsync()
    {
        await _server.StartAsync();
        var until = DateTime.UtcNow + s_patience;
        while (!await AnswersAsync())
        {
            if (DateTime.UtcNow > until || !await _server.IsAliveAsync()) throw new InvalidOperationException($"RabbitMQ did not start.\n{_server.TailOfLog()}");
            await Task.Delay(100);
        }
    }

    /// <summary>Stops the server as an administrator does.</summary>
    public Task StopAsync() => _server.SignalAsync("TERM");

    /// <summary>Kills the server at once (SIGKILL).</summary>
    public Task KillAsync() => _server.KillAsync();

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        _names.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Require() => ServerMissing.SkipUnless(IsInstalled, "RabbitMQ is not installed (Debian: apt install rabbitmq-server).");

    // A broker that is ready answers the protocol header with a method frame (type 1).
    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            var stream = client.GetStream();
            await stream.WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray());
            var first = new byte[1];
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            return await stream.ReadAsync(first, limit.Token) == 1 && first[0] == 1;
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
