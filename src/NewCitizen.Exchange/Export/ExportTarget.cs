using System.Diagnostics.CodeAnalysis;

namespace NewCitizen.Exchange.Export;

/// <summary>A directory that gets its name only when it is whole.</summary>
internal sealed class ExportTarget
{
    private bool _committed;

    private ExportTarget(string final, string working)
    {
        Final = final;
        Working = working;
    }

    public string Final { get; }

    public string Working { get; }

    /// <exception cref="IOException">The place beside the target cannot be written.</exception>
    public static bool TryOpen(string directory, bool replace, [NotNullWhen(true)] out ExportTarget? target)
    {
        target = null;
        var final = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        if (File.Exists(final) || (Directory.Exists(final) && Directory.EnumerateFileSystemEntries(final).Any() && !(replace && IsExport(final))))
        {
            return false;
        }

        var parent = Path.GetDirectoryName(final);
        if (parent is null)
        {
            return false;
        }

        Directory.CreateDirectory(parent);
        target = new(final, Beside(final, "part"));
        Directory.CreateDirectory(target.Working);
        return true;
    }

    public string PathOf(string name) => Path.Combine(Working, name);

    /// <summary>Gives the directory its name. What stood there is put aside first and removed last, so that a whole export is there at any time but between two renames.</summary>
    public void Commit()
    {
        string? old = null;
        if (Directory.Exists(Final))
        {
            old = Beside(Final, "old");
            Directory.Move(Final, old);
        }

        Directory.Move(Working, Final);
        _committed = true;
        if (old is not null)
        {
            Directory.Delete(old, recursive: true);
        }
    }

    /// <summary>Removes what is not whole.</summary>
    public void Discard()
    {
        if (!_committed && Directory.Exists(Working))
        {
            Directory.Delete(Working, recursive: true);
        }
    }

    private static bool IsExport(string directory) => File.Exists(Path.Combine(directory, ResidentExporter.ManifestName));

    private static string Beside(string final, string suffix) =>
        Path.Combine(Path.GetDirectoryName(final)!, $".{Path.GetFileName(final)}.{Path.GetRandomFileName()}.{suffix}");
}
