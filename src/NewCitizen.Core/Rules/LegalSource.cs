namespace NewCitizen.Rules;

/// <summary>Where a rule is written (法条出处).</summary>
/// <param name="Statute">The law, regulation or notice.</param>
/// <param name="Article">Article as printed, such as 第十条; a section or table where there are no articles.</param>
public sealed record LegalSource(Statute Statute, string Article)
{
    /// <summary>Title and article, such as 居住证暂行条例第十条.</summary>
    public override string ToString() => Statute.ChineseName + Article;
}
