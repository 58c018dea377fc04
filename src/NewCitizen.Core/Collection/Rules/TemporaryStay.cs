using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>What the rules on temporary registration share (户口登记条例第十五条).</summary>
internal static class TemporaryStay
{
    /// <summary>暂住三日以上; the number itself is included (民法典第一千二百五十九条).</summary>
    public const int LeastDays = 3;

    public static Remedy Report { get; } = new("尽快到公安派出所或社区申报居住登记；已补报的，下次请在期限内申报", "report the stay to the police station or community office; if it was reported late, report in time from now on");

    public static Remedy ReportEnd { get; } = new("尽快申报注销居住登记", "report that the stay has ended");

    public static LocalDate? Earlier(LocalDate? one, LocalDate? other) => one is null ? other : other is null ? one : LocalDate.Min(one.Value, other.Value);
}
