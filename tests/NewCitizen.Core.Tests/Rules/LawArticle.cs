namespace NewCitizen.Core.Tests.Rules;

/// <summary>An article whose text was read and that binds somebody (已核对的法条): a rule, or left out with a reason.</summary>
/// <param name="Topic">Topic whose rules it belongs to.</param>
/// <param name="Statute">Key of the statute.</param>
/// <param name="Title">Its title.</param>
/// <param name="Article">The article, as 第九条.</param>
/// <param name="Says">What it says, in short.</param>
/// <param name="Reason">Why it is no rule; empty where it is one.</param>
public sealed record LawArticle(string Topic, string Statute, string Title, string Article, string Says, string Reason)
{
    /// <summary>Root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All of them, from <c>Rules/articles.tsv</c>.</summary>
    public static IReadOnlyList<LawArticle> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Root, "tests", "NewCitizen.Core.Tests", "Rules", "articles.tsv")).Skip(1).Where(line => line.Length > 0)
            .Select(line => line.Split('\t')).Select(cells => new LawArticle(cells[0], cells[1], cells[2], cells[3], cells[4], cells.Length > 5 ? cells[5] : string.Empty)),
    ];

    /// <summary>Whether a reason says why it is no rule.</summary>
    public bool IsLeftOut => Reason.Length > 0;

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Sdk.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("Sdk.sln");
    }
}
