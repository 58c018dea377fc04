using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using NewCitizen.TestServers.Processes;
using Npgsql;

namespace NewCitizen.TestServers.PostgreSql;

/// <summary>
/// A PostgreSQL of its own in a folder of its own. Its database sorts by Chinese rules, so that a store which leaves order to the
/// database is found out, and its clients sign in as an ordinary user, whom row-level security holds for.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>The ordinary user, owner of the database.</summary>
    public const string User = "office";

    private const string Database = "newcitizen";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly ConcurrentDictionary<int, Lazy<Task<PostgreSqlServer>>> s_shared = new();
    private static int s_names;
    private readonly Supervisor _supervisor;

    private PostgreSqlServer(Supervisor supervisor, int port) => (_supervisor, Port) = (supervisor, port);

    /// <summary>Port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Folder of the server; everything in it is removed at the end.</summary>
    public string Folder => _supervisor.Folder;

    /// <summary>Folder of the data.</summary>
    public string Data => Path.Combine(Folder, "data");

    /// <summary>Version the server tells, such as 15.20.</summary>
    public string Version { get; private set; } = string.Empty;

    /// <summary>Id of the first process of the server.</summary>
    public int ServerId => _supervisor.ServerId;

    /// <summary>Connects to the database as its owner, through the unix socket where its path is short enough.</summary>
    public string ConnectionString => Connection(User, Database, tcp: false);

    /// <summary>The same through TCP.</summary>
    public string TcpConnectionString => Connection(User, Database, tcp: true);

    /// <summary>Connects as superuser.</summary>
    public string AdminConnectionString => Connection("postgres", Database, tcp: false);

    /// <summary>The one server of this process for tests that only need one; commits do not wait for the disk.</summary>
    /// <exception cref="SkipException">The version is not installed.</exception>
    public static Task<PostgreSqlServer> SharedAsync(int major)
    {
        PostgreSqlInstall.Require(major);
        return s_shared.GetOrAdd(major, static key => new(() => Task.Run(() => StartNewAsync(new() { Major = key, Durable = false })))).Value;
    }

    /// <summary><see cref="SharedAsync"/> for constructors.</summary>
    public static PostgreSqlServer Shared(int major) => SharedAsync(major).GetAwaiter().GetResult();

    /// <summary>Makes and starts a server.</summary>
    /// <exception cref="SkipException">The version is not installed.</exception>
    public static async Task<PostgreSqlServer> StartNewAsync(PostgreSqlServerOptions? options = null)
    {
        options ??= new();
        var bin = PostgreSqlInstall.Require(options.Major).Bin;
        var folder = Directory.CreateTempSubdirectory("newcitizen-pg-").FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        ServerUser.Own(folder);
        var data = Path.Combine(folder, "data");
        var port = FreePort.Next();
        var supervisor = new Supervisor(folder, [.. ServerUser.Prefix, Path.Combine(bin, "postgres"), "-D", data], new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8", ["TZ"] = "UTC" });
        var server = new PostgreSqlServer(supervisor, port);
        try
        {
            Command.Run([.. ServerUser.Prefix, Path.Combine(bin, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]);
            await File.AppendAllLinesAsync(Path.Combine(data, "postgresql.conf"), Configuration(options, folder, port));
            await server.StartAsync();
            await server.ExecuteAsync($"CREATE ROLE {User} LOGIN", "postgres");
            await server.CreateDatabaseAsync(Database);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A schema name nobody used before; the store makes the schema.</summary>
    public static string NewSchema() => string.Create(CultureInfo.InvariantCulture, $"t{Environment.ProcessId}_{Interlocked.Increment(ref s_names)}");

    /// <summary>Starts the server after <see cref="StopAsync"/> or <see cref="KillAsync"/> and waits until it answers.</summary>
    public async Task StartAsync()
    {
        await _supervisor.StartAsync();
        var until = DateTime.UtcNow + s_patience;
        while (true)
        {
            try
            {
                var connection = new NpgsqlConnection(Connection("postgres", "postgres", tcp: false) + ";Pooling=false;Timeout=5");
                await using var scope = connection;
                await connection.OpenAsync();
                Version = connection.PostgreSqlVersion.ToString();
                return;
            }
            catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException)
            {
                if (DateTime.UtcNow > until || !await _supervisor.IsAliveAsync()) throw new InvalidOperationException($"PostgreSQL did not start.\n{_supervisor.TailOfLog()}", e);
                await Task.Delay(25);
            }
        }
    }

    /// <summary>Stops the server as an administrator does; clients are disconnected.</summary>
    public Task StopAsync() => _supervisor.SignalAsync("INT");

    /// <summary>Kills all processes of the server at once (SIGKILL), as a crash does.</summary>
    public Task KillAsync() => _supervisor.KillAsync();

    /// <summary>Makes another database, as hard as the first.</summary>
    /// <returns>How to connect to it as its owner.</returns>
    public async Task<string> NewDatabaseAsync()
    {
        var name = NewSchema();
        await CreateDatabaseAsync(name);
        return Connection(User, name, tcp: false);
    }

    /// <summary>Runs statements as superuser.</summary>
    public async Task ExecuteAsync(string sql, string? database = null)
    {
        var connection = new NpgsqlConnection(Connection("postgres", database ?? Database, tcp: false) + ";Pooling=false");
        await using var scope = connection;
        await connection.OpenAsync();
        var command = new NpgsqlCommand(sql, connection);
        await using var commandScope = command;
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync()
    {
        _supervisor.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IEnumerable<string> Configuration(PostgreSqlServerOptions options, string folder, int port)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = ShortEnough(folder) ? folder : string.Empty,
            ["shared_buffers"] = options.SharedBuffers,
            ["max_connections"] = options.MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["max_prepared_transactions"] = "20",
            ["max_wal_size"] = "1GB",
            ["fsync"] = options.Durable ? "on" : "off",
            ["full_page_writes"] = options.Durable ? "on" : "off",
            ["log_line_prefix"] = "%m [%p] ",
            ["log_min_messages"] = "warning",
            ["lc_messages"] = "C",
        };
        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }

        return settings.Select(setting => $"{setting.Key} = '{setting.Value}'");
    }

    // The kernel takes 107 bytes, and the file is called .s.PGSQL.PORT.
    private static bool ShortEnough(string folder) => folder.Length < 85;

    private string Connection(string user, string database, bool tcp) => new NpgsqlConnectionStringBuilder
    {
        Host = !tcp && ShortEnough(Folder) ? Folder : "127.0.0.1",
        Port = Port,
        Username = user,
        Database = database,
        Timeout = 15,
        CommandTimeout = 60,
        MaxPoolSize = 50,
    }.ConnectionString;

    private Task CreateDatabaseAsync(string name) =>
        ExecuteAsync($"CREATE DATABASE {name} OWNER {User} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'zh'", "postgres");
}
