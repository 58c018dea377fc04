namespace Portal.Hosting;

/// <summary>Where the portal keeps its data and its files.</summary>
/// <param name="Data">Folder of everything else than records: accounts, keys, rosters being imported.</param>
/// <param name="File">The SQLite file, unless there is a server.</param>
/// <param name="Server">Connection string of a PostgreSQL database; may hold a password and is never shown.</param>
public sealed record PortalPaths(string Data, string File, string? Server)
{
    private const string Sqlite = "sqlite:";
    private const string PostgreSql = "postgres:";

    /// <summary>
    /// Reads <c>--store sqlite:PATH</c> or <c>--store postgres:CONNECTION-STRING</c>; App_Data/portal.db beside the program's content if it
    /// is not given. Other files lie beside the SQLite file, or in the folder <c>--data</c> names, App_Data by default.
    /// </summary>
    public static PortalPaths Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var data = configuration["data"] is { Length: > 0 } stated ? Path.GetFullPath(stated) : Path.Combine(environment.ContentRootPath, "App_Data");
        var store = configuration["store"] is { Length: > 0 } named ? named : Sqlite + Path.Combine(data, "portal.db");
        var (file, server) = (string.Empty, (string?)null);
        if (store.StartsWith(PostgreSql, StringComparison.Ordinal) && store.Length > PostgreSql.Length)
        {
            server = store[PostgreSql.Length..];
        }
        else if (store.StartsWith(Sqlite, StringComparison.Ordinal) && store.Length > Sqlite.Length)
        {
            file = Path.GetFullPath(store[Sqlite.Length..]);
            data = Path.GetDirectoryName(file)!;
        }
        else
        {
            throw new InvalidOperationException("--store takes sqlite:PATH or postgres:CONNECTION-STRING.");
        }

        CreatePrivate(data);
        return new PortalPaths(data, file, server);
    }

    /// <inheritdoc/>
    public override string ToString() => Data;

    /// <summary>Makes a folder only its owner may enter, where the system knows such a thing.</summary>
    public static void CreatePrivate(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
