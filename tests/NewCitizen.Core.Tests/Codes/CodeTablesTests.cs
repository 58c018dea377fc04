using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Codes;

public sealed class CodeTablesTests
{
    // Counted by hand from the lists of the standards, not from the data files.
    [Theory]
    [InlineData("sex", "GB/T 2261.1", 4)]
    [InlineData("marital-status", "GB/T 2261.2", 8 + 5)]
    [InlineData("employment-status", "GB/T 2261.4", 13)]
    [InlineData("ethnicity", "GB/T 3304", 56 + 2)]
    [InlineData("education", "GB/T 4658", 40)]
    [InlineData("political-status", "GB/T 4762", 13)]
    [InlineData("family-relation", "GB/T 4761", 85)]
    [InlineData("family-relation-brief", "GB/T 4761", 9)]
    [InlineData("occupation", "GB/T 6565", 8)]
    [InlineData("industry", "GB/T 4754", 20)]
    [InlineData("inflow-reason", "GB/T 31000", 10)]
    [InlineData("permit-kind", "GB/T 31000", 3)]
    [InlineData("dwelling-kind", "GB/T 31000", 8)]
    [InlineData("rental-use", "GB/T 31000", 7)]
    [InlineData("hazard-kind", "GB/T 31000", 7)]
    [InlineData("building-use", "GB/T 31000", 7)]
    [InlineData("attention-level", "GB/T 31000", 3)]
    [InlineData("household-match", "GB/T 31000", 2)]
    [InlineData("visit-purpose", "GB/T 31000", 6)]
    [InlineData("document-kind", "GA/T 517", 8)]
    [InlineData("urban-rural", "统计用城乡分类代码", 7)]
    public void TryFind_EachTable_HasTheStandardsRows(string id, string standard, int rows)
    {
        Assert.True(CodeTables.TryFind(id, out var table));
        Assert.Equal(standard, table.Standard);
        Assert.Equal(rows, table.Entries.Count);
        Assert.All(table.Entries, entry => Assert.False(string.IsNullOrWhiteSpace(entry.Name) || string.IsNullOrWhiteSpace(entry.EnglishName)));
    }

    [Fact]
    public void All_Tables_AreTwentyOne() => Assert.Equal(21, CodeTables.All.Select(table => table.Id).Distinct().Count());

    [Theory]
    [InlineData("sex", "1", "男")]
    [InlineData("sex", "9", "未说明")]
    [InlineData("marital-status", "23", "复婚")]
    [InlineData("marital-status", "30", "丧偶")]
    [InlineData("employment-status", "54", "个体经营者")]
    [InlineData("employment-status", "80", "退（离）休人员")]
    [InlineData("ethnicity", "01", "汉族")]
    [InlineData("ethnicity", "05", "维吾尔族")]
    [InlineData("ethnicity", "33", "羌族")]
    [InlineData("ethnicity", "37", "仡佬族")]
    [InlineData("ethnicity", "50", "塔塔尔族")]
    [InlineData("ethnicity", "56", "基诺族")]
    [InlineData("ethnicity", "97", "其他")]
    [InlineData("ethnicity", "98", "外国血统中国籍")]
    [InlineData("education", "14", "硕士研究生毕业")]
    [InlineData("education", "49", "技工学校肄业")]
    [InlineData("education", "73", "初中肄业")]
    [InlineData("political-status", "01", "中共党员")]
    [InlineData("political-status", "13", "群众")]
    [InlineData("family-relation-brief", "0", "本人或户主")]
    [InlineData("family-relation", "02", "户主")]
    [InlineData("family-relation", "55", "岳父")]
    [InlineData("family-relation", "99", "非亲属")]
    [InlineData("industry", "S", "公共管理、社会保障和社会组织")]
    [InlineData("inflow-reason", "06", "随迁")]
    [InlineData("dwelling-kind", "07", "农民工公寓")]
    [InlineData("rental-use", "06", "厂房")]
    [InlineData("hazard-kind", "00", "无")]
    [InlineData("building-use", "06", "商住混用")]
    [InlineData("attention-level", "02", "中")]
    [InlineData("household-match", "02", "不一致")]
    [InlineData("visit-purpose", "05", "探亲")]
    [InlineData("document-kind", "553", "外国人永久居留身份证")]
    [InlineData("urban-rural", "121", "镇中心区")]
    public void Find_CodeOfTheStandard_GivesItsName(string id, string code, string name)
    {
        Assert.True(CodeTables.TryFind(id, out var table));
        Assert.Equal(name, table.Find(code)?.Name);
        Assert.True(table.TryFind(code.AsSpan(), out var entry) && entry.Name == name);
    }

    [Theory]
    [InlineData("ethnicity", "汉", "01")]
    [InlineData("ethnicity", " 汉 族 ", "01")]
    [InlineData("ethnicity", "汉\u3000族", "01")]
    [InlineData("ethnicity", "０１", "01")]
    [InlineData("ethnicity", "1", "01")]
    [InlineData("ethnicity", "ｈａｎ", "01")]
    [InlineData("education", "本科", "20")]
    [InlineData("education", "大专", "30")]
    [InlineData("education", "高中", "60")]
    [InlineData("education", "初中", "70")]
    [InlineData("education", "小学", "80")]
    [InlineData("education", "中专", "41")]
    [InlineData("education", "硕士", "14")]
    [InlineData("education", "博士", "11")]
    [InlineData("education", "72", "73")]
    [InlineData("education", "82", "83")]
    [InlineData("political-status", "党员", "01")]
    [InlineData("political-status", "团员", "03")]
    [InlineData("family-relation", "丈夫", "11")]
    [InlineData("family-relation", "姐", "75")]
    [InlineData("employment-status", "退(离)休人员", "80")]
    [InlineData("document-kind", "身份证", "111")]
    public void Match_NameInUse_FindsTheRow(string id, string text, string code)
    {
        Assert.True(CodeTables.TryFind(id, out var table));
        Assert.Equal(code, table.Match(text)?.Code);
    }

    [Theory]
    [InlineData("family-relation", "1")] // 配偶 in the one-digit list, 本人 as 01 in the other: not to be guessed.
    [InlineData("marital-status", "21岁")]
    [InlineData("ethnicity", "99")]
    [InlineData("sex", "")]
    public void Match_UnknownText_GivesNothing(string id, string text)
    {
        Assert.True(CodeTables.TryFind(id, out var table));
        Assert.Null(table.Match(text));
    }

    [Fact]
    public void Read_OneDigitMaritalCode_IsMappedAndSaysSo()
    {
        var value = CodeTables.MaritalStatus.Read("3", on: null, out var issue);
        Assert.Equal("30", value.Code);
        Assert.Same(CodeErrors.Superseded, issue);

        Assert.Equal("3", CodeTables.MaritalStatus.Read("3", new LocalDate(1995, 5, 1), out issue).Code);
        Assert.Null(issue);
        Assert.Null(CodeTables.MaritalStatus.Find("3", new LocalDate(2010, 1, 1)));
        Assert.Equal("丧偶", CodeTables.MaritalStatus.Resolve("3")?.Name);
    }

    [Fact]
    public void Read_UnknownText_KeepsItAndWarns()
    {
        var value = CodeTables.Education.Read(" 私塾 ", on: null, out var issue);
        Assert.False(value.IsKnown);
        Assert.Equal("私塾", value.RawText);
        Assert.Equal("***", value.ToString());
        Assert.Same(CodeErrors.Unknown, issue);
        Assert.Equal(IssueSeverity.Warning, issue!.Severity);

        Assert.True(CodeTables.Education.Read("  ", on: null, out issue).IsEmpty);
        Assert.Same(CodeErrors.Empty, issue);
    }

    [Theory]
    [InlineData("05", "A")]
    [InlineData("06", "B")]
    [InlineData("13", "C")]
    [InlineData("43", "C")]
    [InlineData("70", "K")]
    [InlineData("97", "T")]
    [InlineData("98", null)]
    [InlineData("4", null)]
    public void FindCovering_IndustryDivision_GivesItsSection(string division, string? section) =>
        Assert.Equal(section, CodeTables.Industry.FindCovering(division)?.Code);

    [Fact]
    public void Certainty_UnsureRow_IsMarked()
    {
        Assert.Equal(CodeCertainty.Unsure, CodeTables.FamilyRelation.Find("98")!.Certainty);
        Assert.Equal(CodeCertainty.Known, CodeTables.Ethnicity.Find("97")!.Certainty);
        Assert.Equal(CodeCertainty.Verified, CodeTables.Ethnicity.Find("01")!.Certainty);
    }

    [Fact]
    public void ReplacedBy_EveryLink_LeadsToARowInForce() =>
        Assert.All(CodeTables.All.SelectMany(table => table.Entries.Select(entry => (table, entry))), pair =>
            Assert.True(pair.entry.ReplacedBy is null || pair.table.Resolve(pair.entry.Code) is { ValidTo: null }));

    [Fact]
    public void TryFind_UnknownTable_IsAnAnswer()
    {
        Assert.False(CodeTables.TryFind("shoe-size", out _));
        Assert.False(CodeTables.TryFind(null, out _));
    }

    [Fact]
    public void Match_ShortText_AllocatesNothing()
    {
        var table = CodeTables.Ethnicity;
        _ = table.Match("汉 族");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _ = table.Match("汉 族");
            _ = table.TryFind("01", out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
