using Microsoft.Data.Sqlite;
using NewCitizen.TestStores;

namespace NewCitizen.Cli.Tests;

internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cli").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Name of a store for <c>--store</c>.</summary>
    public string Store(string file) => TestStore.Name(this[file]);

    /// <summary>Changes rows behind the store's back.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ChangeAsync(string file, string sql)
    {
        if (TestStore.Major is not null) return await StoreContent.ChangeAsync(TestStore.SchemaOf(this[file]), sql);
        var connection = new SqliteConnection($"Data Source={this[file]};Pooling=False");
        await using var scope = connection;
        await connection.OpenAsync();
        var command = connection.CreateCommand();
        await using var commandScope = command;
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
