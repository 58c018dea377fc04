using System.Globalization;
using System.Text.Json;
using CsCheck;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Core.Tests.Rules;

public sealed class RuleEngineTests
{
    private static readonly LocalDate s_change = new(2025, 9, 15);

    private static readonly RuleTopic<MadeUpFacts> s_topic = new(
        "made",
        MadeUpJson.Default.MadeUpFacts,
        [new MadeUpRule("made.people", 10, new(2011, 2, 1), s_change), new MadeUpRule("made.people", 8, s_change), new MadeUpRule("made.local", 4, new(2020, 1, 1), division: "120000")]);

    [Theory]
    [InlineData("2011-01-31", 0)]
    [InlineData("2011-02-01", 1)]
    [InlineData("2025-09-14", 1)]
    [InlineData("2025-09-15", 1)]
    public void Judge_DatesOfARule_AreFirstDayInForceAndFirstDayNoLonger(string day, int held)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(day).GetValueOrThrow();

        var findings = s_topic.Judge(new MadeUpFacts { People = 9 }, on, null);

        Assert.Equal(held, findings.Count);
        Assert.All(findings, finding => Assert.Equal(on < s_change ? Verdict.Met : Verdict.Breached, finding.Verdict));
    }

    [Fact]
    public void Compare_RulesOfTwoDates_StandSideBySide()
    {
        var pairs = s_topic.Compare(new MadeUpFacts { People = 9 }, new(2011, 6, 1), new(2026, 1, 1), DivisionCode.Parse("120116"));

        Assert.Equal(["made.people", "made.local"], pairs.Select(pair => pair.Code));
        Assert.Equal((Verdict.Met, Verdict.Breached, true), (pairs[0].Earlier!.Verdict, pairs[0].Later!.Verdict, pairs[0].Differs));
        Assert.Equal((null, Verdict.Breached, true), (pairs[1].Earlier, pairs[1].Later!.Verdict, pairs[1].Differs));
        Assert.False(s_topic.Compare(new MadeUpFacts { People = 1 }, new(2011, 6, 1), new(2026, 1, 1), null)[0].Differs);
    }

    [Fact]
    public void Judge_Finding_NamesRuleFactsAndCure()
    {
        var finding = Assert.Single(s_topic.Judge(JsonDocument.Parse("""{"people":9}""").RootElement, new(2026, 1, 1), null));

        Assert.Equal(("made.people", "第一条", "people", "9"), (finding.Rule.Code, finding.Rule.Sources[0].Article, finding.Facts[0].Name, finding.Facts[0].Value));
        Assert.Equal(("减少人数", "fewer people"), (finding.Cure!.Text(CultureInfo.GetCultureInfo("zh-CN")), finding.Cure.Text(CultureInfo.GetCultureInfo("en"))));
        Assert.Equal("made.people: Breached", finding.ToString());
        Assert.Equal(Verdict.Unknown, s_topic.Judge(new MadeUpFacts(), new(2026, 1, 1), null)[0].Verdict);
        Assert.Throws<JsonException>(() => s_topic.Judge(JsonDocument.Parse("null").RootElement, new(2026, 1, 1), null));
    }

    [Theory]
    [InlineData("120116", true)]
    [InlineData("120000", true)]
    [InlineData("110105", false)]
    [InlineData(null, false)]
    public void Holds_LocalRule_OnlyInItsDivisionAndBelow(string? place, bool holds) =>
        Assert.Equal(holds, s_topic.Rules[2].Holds(new(2026, 1, 1), place is null ? null : DivisionCode.Parse(place)));

    [Fact]
    public void Covers_AnyTwoDivisions_SameDigitsAboveAndNothingElse() =>
        Gen.Int[110_000, 829_999].SelectMany(number => Gen.OneOf(Gen.Const(number), Gen.Const(number / 100 * 100), Gen.Const(number / 10_000 * 10_000), Gen.Int[110_000, 829_999]).Select(other => (number, other)))
            .Sample(pair =>
            {
                if (!DivisionCode.TryFromNumber(pair.number, out var place) || !DivisionCode.TryFromNumber(pair.other, out var division))
                {
                    return;
                }

                // Independent of the code's own levels: the digits before the trailing pairs of noughts.
                var (below, above) = (pair.number.ToString("D6", CultureInfo.InvariantCulture), pair.other.ToString("D6", CultureInfo.InvariantCulture));
                while (above.EndsWith("00", StringComparison.Ordinal)) above = above[..^2];
                Assert.Equal(below.StartsWith(above, StringComparison.Ordinal), LegalRule.Covers(division, place));
            }, iter: 20_000);

    [Fact]
    public void HoldingOn_AnyDayAndPlace_AgreesWithTheDatesPrinted()
    {
        var book = new RuleBook([s_topic]);
        Gen.Int[0, 8000].Sample(days =>
        {
            var on = new LocalDate(2010, 1, 1).PlusDays(days);
            Assert.Equal(on < new LocalDate(2011, 2, 1) ? 0 : on < new LocalDate(2020, 1, 1) ? 1 : 2, book.HoldingOn(on, DivisionCode.Parse("120116")).Count);
        }, iter: 1000);
    }

    [Fact]
    public void RuleBook_FindsVersionsOldestFirst()
    {
        var book = new RuleBook([s_topic]);

        Assert.Equal([new LocalDate(2011, 2, 1), s_change], book.Find("made.people").Select(rule => rule.Since));
        Assert.Same(s_topic, book.FindTopic("made"));
        Assert.Null(book.FindTopic("Made"));
        Assert.Empty(book.Find("made.nothing"));
    }

    [Fact]
    public void RuleBook_TwoVersionsAtOnceOrAStrayCode_IsRefused()
    {
        static RuleBook Book(params LegalRule<MadeUpFacts>[] rules) => new([new RuleTopic<MadeUpFacts>("made", MadeUpJson.Default.MadeUpFacts, rules)]);

        Assert.Throws<ArgumentException>(() => Book(new MadeUpRule("made.a", 1, new(2011, 1, 1)), new MadeUpRule("made.a", 2, new(2020, 1, 1))));
        Assert.Throws<ArgumentException>(() => Book(new MadeUpRule("made.a", 1, new(2011, 1, 1), new(2020, 1, 2)), new MadeUpRule("made.a", 2, new(2020, 1, 1))));
        Assert.Throws<ArgumentException>(() => Book(new MadeUpRule("other.a", 1, new(2011, 1, 1))));
        Assert.Equal(2, Book(new MadeUpRule("made.a", 1, new(2011, 1, 1)), new MadeUpRule("made.a", 2, new(2011, 1, 1), division: "310000")).Rules.Count());
    }
}
