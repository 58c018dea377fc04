using System.Reflection;
using System.Text.RegularExpressions;
using NewCitizen.Errors;

namespace NewCitizen.Core.Tests.Errors;

public sealed partial class ErrorCatalogueTests
{
    [Fact]
    public void All_HoldsEveryCodeThatIsDeclaredAnywhere()
    {
        var declared = typeof(ErrorCode).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(ErrorCode))
            .Select(field => ((ErrorCode)field.GetValue(null)!).Value)
            .Order(StringComparer.Ordinal);

        Assert.Equal(declared, ErrorCatalogue.All.Select(code => code.Value));
    }

    [Fact]
    public void All_HasBothLanguagesWithTheSamePlaces()
    {
        foreach (var code in ErrorCatalogue.All)
        {
            Assert.Matches("[\u4e00-\u9fff]", code.Chinese);
            Assert.DoesNotMatch("[\u4e00-\u9fff]", code.English);
            Assert.Equal(Places(code.Chinese), Places(code.English));
        }
    }

    [Fact]
    public void Format_ByCulture_ChoosesTheLanguage()
    {
        Assert.True(ErrorCatalogue.TryFind("NC3001", out var code));
        Assert.Contains("x", code.Format(new("zh-CN"), "x"), StringComparison.Ordinal);
        Assert.StartsWith("another", code.Format(new("fr-FR"), "x"), StringComparison.Ordinal);
        Assert.False(ErrorCatalogue.TryFind("NC0000", out _));
    }

    private static IEnumerable<string> Places(string text) => PlacePattern().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}", RegexOptions.NonBacktracking)]
    private static partial Regex PlacePattern();
}
