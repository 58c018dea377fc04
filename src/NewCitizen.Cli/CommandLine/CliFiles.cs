using NewCitizen.Errors;
using NewCitizen.Hosting;

namespace NewCitizen.Cli.CommandLine;

/// <summary>Opens files, and says with a code why not.</summary>
internal static class CliFiles
{
    private const int BufferSize = 128 * 1024;

    /// <exception cref="NewCitizenException">NC7021, NC7022.</exception>
    public static FileStream OpenRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NewCitizenException(CommandLineErrors.FileMissing, e, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new NewCitizenException(CommandLineErrors.FileUnreadable, e, path);
        }
    }

    /// <exception cref="NewCitizenException">NC7023.</exception>
    public static FileStream Create(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, BufferSize);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new NewCitizenException(CommandLineErrors.FileUnwritable, e, path);
        }
    }

    public static bool AreSame(string one, string other) => string.Equals(Resolve(one), Resolve(other), StringComparison.Ordinal);

    private static string Resolve(string path)
    {
        var file = new FileInfo(Path.GetFullPath(path));
        return file.Exists ? file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName : file.FullName;
    }
}
