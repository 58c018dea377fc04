using NewCitizen.TestServers.PostgreSql;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Tests.Servers;

/// <summary>The throw-away server itself: what the other tests build on.</summary>
public sealed class PostgreSqlServerTests
{
    public static TheoryData<int> Versions => [PostgreSqlInstall.Old, PostgreSqlInstall.New];

    [SkippableTheory]
    [MemberData(nameof(Versions))]
    public async Task Kill_AfterACommit_KeepsItAndStartsAgain(int major)
    {
        var server = await PostgreSqlServer.StartNewAsync(new PostgreSqlServerOptions { Major = major });
        await using var scope = server;
        var asked = int.Parse(server.Version.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(major == PostgreSqlInstall.Old ? asked >= major : asked == major, server.Version);
        var schema = PostgreSqlServer.NewSchema();
        foreach (var connection in new[] { server.ConnectionString, server.TcpConnectionString })
        {
            await RunAsync(connection, $"CREATE SCHEMA IF NOT EXISTS {schema}; CREATE TABLE IF NOT EXISTS {schema}.t (n int); INSERT INTO {schema}.t VALUES (1)");
        }

        await server.KillAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => RunAsync(server.ConnectionString, "SELECT 1"));
        await server.StartAsync();
        Assert.Equal(2L, await RunAsync(server.ConnectionString, $"SELECT count(*) FROM {schema}.t"));
        await server.StopAsync();
        await server.StartAsync();
        Assert.Equal(2L, await RunAsync(server.ConnectionString, $"SELECT count(*) FROM {schema}.t"));
    }

    [SkippableTheory]
    [MemberData(nameof(Versions))]
    public async Task Shared_Database_IsAHardOne(int major)
    {
        // Order by Chinese rules, and a user whom row-level security holds for: what a store must not lean on.
        var server = await PostgreSqlServer.SharedAsync(major);
        Assert.Same(server, await PostgreSqlServer.SharedAsync(major));
        Assert.Equal(true, await RunAsync(server.ConnectionString, "SELECT 'a' < 'B' AND '阿' < '中' AND '丙' < '乙'"));
        Assert.Equal(false, await RunAsync(server.ConnectionString, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"));
    }

    [SkippableFact]
    public async Task Dispose_RunningServer_LeavesNoProcessAndNoFolder()
    {
        var server = await PostgreSqlServer.StartNewAsync();
        Assert.True(Directory.Exists($"/proc/{server.ServerId}"));
        await server.DisposeAsync();
        Assert.False(Directory.Exists($"/proc/{server.ServerId}"));
        Assert.False(Directory.Exists(server.Folder));
    }

    private static async Task<object?> RunAsync(string connectionString, string sql)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await using var scope = connection;
        await connection.OpenAsync();
        var command = new NpgsqlCommand(sql, connection);
        await using var commandScope = command;
        return await command.ExecuteScalarAsync();
    }
}
