using System.Text;
using CsCheck;
using NewCitizen.Appointments.Credit;
using NodaTime;

namespace NewCitizen.Core.Tests.Appointments.Credit;

public sealed class CreditRuleReaderTests
{
    private const string Good = """{"code":"a","name":"甲","event":"noShow","window":"calendarMonth","warnAt":1,"blockAt":2,"block":"endOfMonth"}""";

    [Theory]
    [InlineData("not json", "NC2380")]
    [InlineData("""{"name":"x"}""", "NC2380")]
    [InlineData("""{"rules":[{"kode":"a"}]}""", "NC2380")]
    [InlineData("""{"rules":[{"code":"A","name":"甲","event":"noShow","window":"day","warnAt":1}]}""", "NC2381")]
    [InlineData("""{"rules":[RULE,RULE]}""", "NC2382")]
    [InlineData("""{"rules":[{"code":"a","name":" ","event":"noShow","window":"day","warnAt":1}]}""", "NC2383")]
    [InlineData("""{"rules":[{"code":"a","name":"甲","event":"noshow","window":"day","warnAt":1}]}""", "NC2384")]
    [InlineData("""{"rules":[{"code":"a","name":"甲","event":"noShow","window":"week","warnAt":1}]}""", "NC2384")]
    [InlineData("""{"rules":[{"code":"a","name":"甲","event":"noShow","window":"rollingDays","warnAt":1}]}""", "NC2384")]
    [InlineData("""{"rules":[{"code":"a","name":"甲","event":"noShow","window":"day","windowDays":3,"warnAt":1}]}""", "NC2384")]
    [InlineData("""{"rules":[{"code":"a","name":"甲","event":"noShow","window":"day"}]}""", "NC2385")]
    [InlineData("""{"rules":[{"code":"a","name":"甲","event":"noShow","window":"day","blockAt":2}]}""", "NC2386")]
    [InlineData("""{"rules":[{"code":"a","name":"甲","event":"noShow","window":"day","blockAt":2,"block":"days"}]}""", "NC2386")]
    [InlineData("""{"rules":[{"code":"a","name":"甲","event":"noShow","window":"day","blockAt":0,"block":"endOfMonth"}]}""", "NC2387")]
    [InlineData("""{"rules":[{"code":"a","name":"甲","event":"noShow","window":"rollingDays","windowDays":367,"warnAt":1}]}""", "NC2387")]
    public void Read_WrongFile_SaysWhatIsWrong(string json, string code)
    {
        Assert.Null(CreditRuleReader.Read(Encoding.UTF8.GetBytes(json.Replace("RULE", Good, StringComparison.Ordinal)), out var issues));
        Assert.Equal(code, Assert.Single(issues).Code.Value);
    }

    [Fact]
    public void Read_EmptyListOrByteOrderMark_IsRead()
    {
        Assert.False(CreditRuleReader.Read("""{"rules":[]}"""u8, out _)!.IsConfigured);
        Assert.True(CreditRuleReader.Read(Encoding.UTF8.GetBytes("\uFEFF{\"rules\":[" + Good + "]}"), out _)!.IsConfigured);
    }

    [Fact]
    public void Judge_RollingWindowAndDays_CountsAsTheFileSays()
    {
        var rules = CreditRuleReader.Read("""{"rules":[{"code":"r","name":"滚动","event":"cancelled","window":"rollingDays","windowDays":7,"blockAt":2,"block":"days","blockDays":3}]}"""u8, out _)!;
        Assert.Equal(CreditVerdict.Blocked("r", new LocalDate(2026, 11, 12)), rules.Judge([On(2), On(8)], On(9).At));
        Assert.Equal(CreditState.Free, rules.Judge([On(2), On(8)], On(12).At).State);
        Assert.Equal(CreditState.Free, rules.Judge([On(1), On(8)], On(9).At).State);
    }

    // Events older than the look-back may be forgotten without changing any verdict.
    [Fact]
    public void Judge_EventsBeyondTheLookBack_NeverMatter() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 4], Gen.Int[1, 40], Gen.Int[0, 2], Gen.Int[0, 120].Array[0, 12]).Sample((windowDays, blockAt, blockDays, window, days) =>
        {
            var rule = new CreditRule("x", "规则", null, BookingEventKind.Cancelled, (CreditWindow)window, window == 2 ? windowDays : null, PerItem: false, blockAt, blockAt, blockDays % 2 == 0 ? blockDays : null);
            var rules = new BookingCreditRules(null, null, [rule]);
            var start = Instant.FromUtc(2026, 1, 1, 0, 0);
            var now = start + Duration.FromDays(120);
            BookingEvent[] events = [.. days.Order().Select(day => new BookingEvent(start + Duration.FromDays(day), default, BookingEventKind.Cancelled, null, Guid.Empty))];
            BookingEvent[] kept = [.. events.Where(entry => entry.At >= now - rules.LookBack)];
            Assert.Equal(rules.Judge(events, now), rules.Judge(kept, now));
        });

    private static BookingEvent On(int day) => new(Instant.FromUtc(2026, 11, day, 4, 0), new LocalDate(2026, 11, day), BookingEventKind.Cancelled, null, Guid.Empty);
}
