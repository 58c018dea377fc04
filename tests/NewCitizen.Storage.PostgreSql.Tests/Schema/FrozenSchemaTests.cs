using System.Security.Cryptography;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Migrations;
using NewCitizen.TestServers.PostgreSql;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Tests.Schema;

/// <summary>The folder of frozen schemas itself.</summary>
public sealed class FrozenSchemaTests
{
    private const string Rule = "A released schema is frozen: its file is never changed. Put the change into a new numbered script, and freeze a new folder with the next release.";

    [Fact]
    public void Files_OfEveryRelease_AreAsTheyWereFrozen()
    {
        var listed = File.ReadAllLines(Path.Combine(FrozenSchemas.Root, "frozen.sha256")).Select(line => line.Split("  ", 2)).ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
        var files = Directory.GetFiles(FrozenSchemas.Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(FrozenSchemas.Root, file).Replace('\\', '/')).Where(file => file != "frozen.sha256").ToList();
        Assert.Equal(listed.Keys.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
        foreach (var (file, hash) in listed)
        {
            var found = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(FrozenSchemas.Root, file))));
            Assert.True(found == hash, $"{file}: {Rule}");
        }
    }

    /// <summary>Run by hand once a release, with the folder to write to: <c>FREEZE_SCHEMA=tests/.../PostgreSqlSchemas/0002 dotnet test --filter Freeze</c>.</summary>
    [SkippableFact]
    public async Task Freeze_ThisRelease_WritesItsFolder()
    {
        var target = Environment.GetEnvironmentVariable("FREEZE_SCHEMA");
        Skip.If(string.IsNullOrEmpty(target), "Set FREEZE_SCHEMA to a new folder to freeze the schema of a release.");
        Assert.False(Directory.Exists(target), Rule);
        Directory.CreateDirectory(target!);
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = await place.OpenAsync(kinds: [.. KitKinds.All]);
        await ReleasedData.WriteAsync(StoreUnderTest.From(store));
        foreach (var script in store.Scripts)
        {
            await File.WriteAllTextAsync(Path.Combine(target!, script.Name + ".sql"), FrozenSchemas.Normalise(place.Schema, script.Text));
        }

        await using var connection = new NpgsqlConnection(place.Server.ConnectionString);
        await connection.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(target!, FrozenSchemas.RowsFile), await FrozenSchemas.RowsAsync(connection, place.Schema));
    }
}
