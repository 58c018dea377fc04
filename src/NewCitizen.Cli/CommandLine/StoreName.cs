using NewCitizen.Errors;
using NewCitizen.Hosting;
using Npgsql;

namespace NewCitizen.Cli.CommandLine;

/// <summary>A store as it is named on the command line. Its text may hold a password and is never written anywhere.</summary>
/// <param name="Engine">The database.</param>
/// <param name="Place">Path of the file, or the connection string.</param>
internal readonly record struct StoreName(StoreEngine Engine, string Place)
{
    private const string Sqlite = "sqlite:";
    private const string PostgreSql = "postgres:";

    /// <summary>Path of the file; null for a server.</summary>
    public string? Path => Engine == StoreEngine.Sqlite ? Place : null;

    /// <summary>Schema of a store on a server, as <c>Search Path</c> says; null: the usual one.</summary>
    public string? Schema => Engine == StoreEngine.PostgreSql && new NpgsqlConnectionStringBuilder(Place).SearchPath is { Length: > 0 } schema ? schema : null;

    /// <exception cref="NewCitizenException">NC7024.</exception>
    public static StoreName Parse(string text)
    {
        if (After(text, Sqlite) is { Length: > 0 } path) return new(StoreEngine.Sqlite, path);
        if (After(text, PostgreSql) is not { Length: > 0 } connection) throw new NewCitizenException(CommandLineErrors.StoreName);
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connection);
            return new(StoreEngine.PostgreSql, connection);
        }
        catch (ArgumentException e)
        {
            throw new NewCitizenException(CommandLineErrors.StoreName, e);
        }
    }

    /// <summary>The engine only.</summary>
    public override string ToString() => Engine == StoreEngine.Sqlite ? Sqlite : PostgreSql;

    private static string? After(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..] : null;
}
