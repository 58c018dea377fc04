using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>
/// Topic <c>duty</c>: who must report whose stay by when (居住申报义务), by nationality, dwelling and place. Left out: lodging operators
/// (治安管理处罚法第六十七条), who are no parties of this SDK, and the residents' own registration in Zhejiang (第七条), which names no time.
/// </summary>
public static class DutyTopic
{
    /// <summary>Name of the topic.</summary>
    public const string Name = "duty";

    /// <summary>Makes the topic.</summary>
    /// <param name="calendars">For limits in working days.</param>
    /// <param name="policies">What cities set where the law names no time.</param>
    public static RuleTopic<StayDutyFacts> Create(IWorkCalendarSource calendars, DutyPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        ArgumentNullException.ThrowIfNull(policies);
        return new(
            Name,
            DutyJson.Default.StayDutyFacts,
            [
                new TemporaryStayRule(calendars),
                new TemporaryStayEndRule(),
                new TenantRegistersRule(calendars),
                new LandlordTakesToRegisterRule(calendars, policies),
                new LandlordEndsLettingRule(calendars, policies),
                new LandlordChecksIdentityRule(),
                new LandlordReportsOccupantsRule(calendars, policies),
                new LandlordRecordsTenantRule(),
                new ForeignerRule(),
                new TianjinResidentRule(calendars, policies),
                new TianjinLandlordRule(calendars, policies),
                new TianjinEmployerRule(calendars, policies),
                new ZhejiangLandlordStartRule(calendars),
                new ZhejiangLandlordEndRule(calendars),
                new ZhejiangEmployerStartRule(calendars),
                new ZhejiangEmployerEndRule(calendars),
                new ZhejiangBrokerRule(calendars),
                new ZhejiangChangeRule(calendars),
            ]);
    }

    /// <summary>The duties of a stay: one a rule that holds, in the order of the rules.</summary>
    /// <param name="topic">The topic, as made here.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="on">The day asked about, in Asia/Shanghai.</param>
    /// <param name="place">Division of the place; null when not known: only rules of the whole country are asked.</param>
    public static IReadOnlyList<StayDuty> DutiesOf(this RuleTopic<StayDutyFacts> topic, StayDutyFacts facts, LocalDate on, DivisionCode? place)
    {
        ArgumentNullException.ThrowIfNull(topic);
        ArgumentNullException.ThrowIfNull(facts);
        return [.. topic.Rules.OfType<StayDutyRule>().Where(rule => rule.Holds(on, place)).Select(rule => rule.Assess(facts, on))];
    }
}
