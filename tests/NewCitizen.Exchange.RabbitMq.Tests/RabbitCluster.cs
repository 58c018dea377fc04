using System.Diagnostics;
using System.Globalization;
using NewCitizen.TestServers;
using NewCitizen.TestServers.Processes;
using NewCitizen.TestServers.RabbitMq;

namespace NewCitizen.Exchange.RabbitMq.Tests;

/// <summary>Three nodes by <c>tests/clusters/rabbitmq.sh</c>, gone with the test however it ends.</summary>
internal sealed class RabbitCluster : IAsyncDisposable
{
    private static readonly string s_script = FindScript();
    private readonly Supervisor _supervisor;
    private readonly string _folder;

    private RabbitCluster(Supervisor supervisor, string folder) => (_supervisor, _folder) = (supervisor, folder);

    public IReadOnlyList<Uri> Addresses { get; private set; } = [];

    /// <exception cref="SkipException">RabbitMQ is not installed.</exception>
    public static async Task<RabbitCluster> StartAsync()
    {
        ServerMissing.SkipUnless(RabbitServer.IsInstalled, "RabbitMQ is not installed (Debian: apt install rabbitmq-server).");
        var outer = Directory.CreateTempSubdirectory("newcitizen-mqc-").FullName;
        var folder = Path.Combine(outer, "nodes");
        var cluster = new RabbitCluster(new Supervisor(outer, ["bash", s_script, "run", folder, "3"]), folder);
        try
        {
            await cluster._supervisor.StartAsync();
            var ready = Path.Combine(folder, "ready");
            for (var i = 0; !File.Exists(ready); i++)
            {
                if (i == 1800 || !await cluster._supervisor.IsAliveAsync()) throw new InvalidOperationException($"The cluster did not start.\n{cluster._supervisor.TailOfLog()}");
                await Task.Delay(100);
            }

            cluster.Addresses = [.. (await File.ReadAllLinesAsync(ready)).Select(line => new Uri(line))];
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Number of the node that leads a quorum queue.</summary>
    public int LeaderOf(string queue)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[s_script, "leader", _folder, queue])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return int.Parse(answer, CultureInfo.InvariantCulture);
    }

    /// <summary>kill -9 of a node.</summary>
    /// <param name="node">1 to 3.</param>
    public Task KillAsync(int node) => RunAsync("kill", node);

    /// <summary>Starts a killed node again and waits until it takes clients.</summary>
    public Task ReviveAsync(int node) => RunAsync("revive", node);

    public ValueTask DisposeAsync()
    {
        _supervisor.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task RunAsync(string verb, int node) => Task.Run(() => Command.Run(["bash", s_script, verb, _folder, node.ToString(CultureInfo.InvariantCulture)]));

    private static string FindScript()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Sdk.sln"))) directory = directory.Parent;
        return Path.Combine(directory!.FullName, "tests", "clusters", "rabbitmq.sh");
    }
}
