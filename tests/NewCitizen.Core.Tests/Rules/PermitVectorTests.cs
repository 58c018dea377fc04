using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Rules;

namespace NewCitizen.Core.Tests.Rules;

/// <summary>The hand-worked vectors of permits, against the rules of a host without local settings.</summary>
public sealed class PermitVectorTests
{
    private static readonly RuleBook s_book = new ServiceCollection().AddNewCitizen().Services.BuildServiceProvider().GetRequiredService<RuleBook>();

    public static TheoryData<string> Ids => [.. RuleVector.Permits.Select(vector => vector.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Judge_HandWorkedVector_SaysWhatTheArticleSays(string id)
    {
        var vector = RuleVector.Permits.Single(own => own.Id == id);
        var facts = JsonDocument.Parse(vector.Facts.ToJsonString()).RootElement;

        var finding = s_book.FindTopic("permit")!.Judge(facts, vector.On, vector.Place).SingleOrDefault(own => own.Rule.Code == vector.Rule);

        Assert.NotEmpty(s_book.Find(vector.Rule));
        Assert.Equal(vector.Expected, finding?.Verdict.ToString() ?? "NotInForce");
        Assert.All(vector.Results, result => Assert.Contains(
            finding!.Facts, fact => (result.Key.Length == 0 || fact.Name == result.Key) && fact.Value == result.Value));
        Assert.Equal(finding?.Verdict == Verdict.Breached, finding?.Cure is not null);
    }

    [Fact]
    public void Vectors_Permits_AreAtLeastFortyFiveAndTouchEveryRule()
    {
        Assert.True(RuleVector.Permits.Count >= 45);
        Assert.All(s_book.FindTopic("permit")!.Rules, rule => Assert.True(RuleVector.CountOf(rule.Code) > 0, rule.Code));
        Assert.Equal(RuleVector.Permits.Count, RuleVector.Permits.Select(vector => vector.Id).Distinct(StringComparer.Ordinal).Count());
    }
}
