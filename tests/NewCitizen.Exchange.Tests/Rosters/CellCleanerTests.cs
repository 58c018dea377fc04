using NewCitizen.Exchange.Rosters;
using NewCitizen.Exchange.Tables;
using NodaTime;

namespace NewCitizen.Exchange.Tests.Rosters;

public sealed class CellCleanerTests
{
    [Theory]
    [InlineData(RosterField.Name, " 张三\u3000", "张三", 0)]
    [InlineData(RosterField.Name, "\uFEFF\u00A0张\u200B三\u0007", "张三", 0)]
    [InlineData(RosterField.Name, "阿依古丽·\r\n买买提", "阿依古丽· 买买提", 0)]
    [InlineData(RosterField.Name, "=cmd|'/c calc'!A1", "=cmd|'/c calc'!A1", 4058)]
    [InlineData(RosterField.Name, "'=1+1", "=1+1", 4058)]
    [InlineData(RosterField.Name, "\t=1+1", "=1+1", 4058)]
    [InlineData(RosterField.Name, "＝1+1", "＝1+1", 4058)]
    [InlineData(RosterField.Name, "张\uFFFD", "张\uFFFD", 4068)]
    [InlineData(RosterField.Name, "  ", "", 0)]
    [InlineData(RosterField.DocumentNumber, "'１２０１１６199001011234 ", "120116199001011234", 0)]
    [InlineData(RosterField.DocumentNumber, "120116 19900101 123Ｘ", "12011619900101123X", 0)]
    [InlineData(RosterField.DocumentNumber, "1.20116E+17", "1.20116E+17", 4056)]
    [InlineData(RosterField.DocumentNumber, "１.２E１７", "1.2E17", 4056)]
    [InlineData(RosterField.DocumentNumber, "E12345678", "E12345678", 0)]
    [InlineData(RosterField.DocumentNumber, "@SUM(A1)", "@SUM(A1)", 4058)]
    [InlineData(RosterField.Phone, "+86 13812345678", "+8613812345678", 0)]
    [InlineData(RosterField.Phone, "+cmd|x", "+cmd|x", 4058)]
    [InlineData(RosterField.CurrentAddress, "第三大街（１０号）", "第三大街（10号）", 0)]
    [InlineData(RosterField.CurrentAddress, "-2层101", "-2层101", 4059)]
    [InlineData(RosterField.Remark, "=1+1", "=1+1", 4059)]
    [InlineData(null, "@x", "@x", 4059)]
    public void Clean_Text_GivesCleanedTextAndProblem(RosterField? field, string raw, string text, int code)
    {
        var cell = CellCleaner.Clean(new TableCell(0, CellKind.Text, raw), field);
        Assert.Equal(text, cell.Text);
        Assert.Equal(code, cell.Problem?.Number ?? 0);
    }

    [Theory]
    [InlineData(RosterField.DocumentNumber, CellKind.Number, "1.20116199001011E+17", 4056)]
    [InlineData(RosterField.DocumentNumber, CellKind.Number, "120116199001011000", 4056)]
    [InlineData(RosterField.DocumentNumber, CellKind.Number, "120116900101123", 4057)]
    [InlineData(RosterField.DocumentNumber, CellKind.Date, "32875", 4061)]
    [InlineData(RosterField.DocumentNumber, CellKind.Error, "#N/A", 4060)]
    [InlineData(RosterField.Remark, CellKind.Error, "#REF!", 4060)]
    [InlineData(RosterField.Phone, CellKind.Number, "13812345678", 0)]
    [InlineData(RosterField.BirthDate, CellKind.Number, "32875", 0)]
    [InlineData(RosterField.BirthDate, CellKind.Number, "19900102", 0)]
    [InlineData(RosterField.BirthDate, CellKind.Number, "1990", 4063)]
    [InlineData(RosterField.BirthDate, CellKind.Boolean, "TRUE", 4061)]
    [InlineData(RosterField.BirthDate, CellKind.Date, "60", 4065)]
    public void Clean_SpreadsheetKinds_AreJudgedByField(RosterField field, CellKind kind, string raw, int code) =>
        Assert.Equal(code, CellCleaner.Clean(new TableCell(0, kind, raw), field).Problem?.Number ?? 0);

    [Fact]
    public void Clean_PhoneInScientificForm_IsExact() =>
        Assert.Equal("13812345678", CellCleaner.Clean(new TableCell(0, CellKind.Number, "1.3812345678E10"), RosterField.Phone).Text);

    [Fact]
    public void Clean_DateCellInTextColumn_IsWrittenOut() =>
        Assert.Equal("1990-01-02", CellCleaner.Clean(new TableCell(0, CellKind.Date, "32875", new LocalDateTime(1990, 1, 2, 0, 0)), RosterField.Remark).Text);

    [Fact]
    public void ToString_AnyCell_HoldsNoContent()
    {
        var raw = new TableCell(5, CellKind.Text, "张三");
        Assert.Equal("F Text", raw.ToString());
        Assert.DoesNotContain("张三", CellCleaner.Clean(raw, RosterField.Name).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("@a", "'@a")]
    [InlineData("-1+cmd", "'-1+cmd")]
    [InlineData("\tx", "'\tx")]
    [InlineData("+8613812345678", "+8613812345678")]
    [InlineData("张三", "张三")]
    public void EscapeFormula_Text_IsSafeInSpreadsheets(string text, string escaped) => Assert.Equal(escaped, CellText.EscapeFormula(text));
}
