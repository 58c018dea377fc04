namespace Portal.Hosting;

/// <summary>Where the portal keeps its files.</summary>
/// <param name="Store">The SQLite file.</param>
/// <param name="Data">Folder of everything else: accounts, cookie keys, rosters being imported.</param>
public sealed record PortalPaths(string Store, string Data)
{
    private const string Sqlite = "sqlite:";

    /// <summary>Reads <c>--store sqlite:PATH</c>; App_Data/portal.db beside the program's content if it is not given.</summary>
    public static PortalPaths Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var store = configuration["store"];
        if (string.IsNullOrEmpty(store))
        {
            store = Sqlite + Path.Combine(environment.ContentRootPath, "App_Data", "portal.db");
        }

        if (!store.StartsWith(Sqlite, StringComparison.Ordinal) || store.Length == Sqlite.Length)
        {
            throw new InvalidOperationException("--store takes sqlite:PATH.");
        }

        var path = Path.GetFullPath(store[Sqlite.Length..]);
        var data = Path.GetDirectoryName(path)!;
        CreatePrivate(data);
        return new PortalPaths(path, data);
    }

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
