using NewCitizen.Privacy;

namespace NewCitizen.Core.Tests.Privacy;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("天津市滨海新区大港街道胜利社区3号楼2门501", "天津市滨海新区大港街道***")]
    [InlineData("天津市滨海新区大港街道", "天津市滨海新区大港街道")]
    [InlineData("河北省沧州市青县金牛镇大鹁鸽留村12号", "河北省沧州市青县金牛镇***")]
    [InlineData("天津市静海区团泊新城幸福社区5号", "天津市静海区团泊新城幸福社区***")]
    [InlineData("天津市河西区友谊路１２号", "天津市河西区***")]
    [InlineData("友谊路12号天津街道", "***")]
    [InlineData("18号", "***")]
    [InlineData("", "")]
    [InlineData("某处", "***")]
    public void Address_KeepsSubdistrictAtMost(string address, string expected) => Assert.Equal(expected, Masking.Address(address));

    [Theory]
    [InlineData("", "")]
    [InlineData("张", "***")]
    [InlineData("张三丰", "张***")]
    [InlineData("𠮷野", "𠮷***")]
    public void Text_KeepsFirstCharacter(string text, string expected) => Assert.Equal(expected, Masking.Text(text));
}
