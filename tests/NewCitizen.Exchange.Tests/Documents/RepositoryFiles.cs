namespace NewCitizen.Exchange.Tests.Documents;

/// <summary>Files of the repository that tests hold the code against. Run with NEWCITIZEN_UPDATE=1 to write them anew.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static bool Update => Environment.GetEnvironmentVariable("NEWCITIZEN_UPDATE") == "1";

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static void AssertCurrent(string path, ReadOnlySpan<byte> expected)
    {
        if (Update)
        {
            File.WriteAllBytes(path, expected);
        }

        Assert.True(File.Exists(path) && expected.SequenceEqual(File.ReadAllBytes(path)), $"{Path.GetFileName(path)} is not current; run the tests once with NEWCITIZEN_UPDATE=1 and look at the difference.");
    }

    private static string FindRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "Sdk.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new InvalidOperationException("No Sdk.sln above the tests.");
    }
}
