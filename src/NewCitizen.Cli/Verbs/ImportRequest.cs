using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Hosting;

namespace NewCitizen.Cli.Verbs;

/// <summary>What a call of <c>import</c> asks for.</summary>
internal sealed record ImportRequest(
    string File, string Store, string Issues, string? Marked, string? Mapping, string Agency, string? Keys, string? Encoding, int Interval, bool Json)
{
    /// <summary>Where the marked copy grows.</summary>
    public string MarkedPart => Marked + ".part";

    /// <summary>A slip of the hand must not write over the roster or the store.</summary>
    /// <exception cref="NewCitizenException">NC7027.</exception>
    public void RequireDistinctFiles()
    {
        (string Name, string? Path)[] read = [("FILE", File), ("--store", StoreName.Parse(Store).Path), ("--keys", Keys), ("--mapping", Mapping)];
        (string Name, string? Path)[] written = [("--issues", Issues), ("--marked", Marked)];
        foreach (var (target, path) in written.Where(file => file.Path is not null))
        {
            foreach (var (name, other) in read.Concat(written).Where(file => file.Path is not null && file.Name != target))
            {
                if (CliFiles.AreSame(path!, other!)) throw new NewCitizenException(CommandLineErrors.SameFile, name, target);
            }
        }
    }
}
