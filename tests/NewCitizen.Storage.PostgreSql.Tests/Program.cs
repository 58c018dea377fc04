using System.Globalization;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Processes;
using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Storage.PostgreSql.Tests;

/// <summary>Other processes of the tests, to be killed. CONNECTION SCHEMA and what the kit appends: writes to a store. serve MAJOR: owns a server.</summary>
internal static class Program
{
    private static Task Main(string[] args) => args is ["serve", var major] ? ServeAsync(int.Parse(major, CultureInfo.InvariantCulture)) : WriteAsync(args);

    private static async Task WriteAsync(string[] args)
    {
        await using var store = new PostgreSqlRecordStore(new PostgreSqlStoreOptions { ConnectionString = args[0], Schema = args[1] }, KitKinds.All);
        await store.PrepareAsync(SchemaMode.Validate, CancellationToken.None);
        await WriterWork.Parse(args).RunAsync(StoreUnderTest.From(store), Console.Out, CancellationToken.None);
    }

    private static async Task ServeAsync(int major)
    {
        await using var server = await PostgreSqlServer.StartNewAsync(new PostgreSqlServerOptions { Major = major });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{server.ServerId} {server.TcpConnectionString}"));
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Until the input ends or the process does.
        }
    }
}
