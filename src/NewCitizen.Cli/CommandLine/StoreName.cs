using NewCitizen.Errors;
using NewCitizen.Hosting;

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

    /// <exception cref="NewCitizenException">NC7024.</exception>
    public static StoreName Parse(string text) =>
        After(text, Sqlite) is { Length: > 0 } path ? new(StoreEngine.Sqlite, path)
        : After(text, PostgreSql) is { Length: > 0 } connection ? new(StoreEngine.PostgreSql, connection)
        : throw new NewCitizenException(CommandLineErrors.StoreName);

    /// <summary>The engine only.</summary>
    public override string ToString() => Engine == StoreEngine.Sqlite ? Sqlite : PostgreSql;

    private static string? After(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..] : null;
}
