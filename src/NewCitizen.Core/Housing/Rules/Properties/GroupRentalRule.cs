using NewCitizen.Housing.Policies;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Properties;

/// <summary>达到群租门槛的房屋的义务（地方规定）.</summary>
internal sealed class GroupRentalRule(OccupancyPolicies policies) : HousingRule<PropertyFacts>("property.group-rental", "达到群租门槛的房屋的义务（地方规定）", "Duties of a house that reaches the group-rental threshold (local)", RuleSubject.Landlord, new LegalSource(HousingStatutes.LocalStandard, "见当地标准"))
{
    public override Finding Judge(PropertyFacts facts, LocalDate on)
    {
        var policy = policies.Nearest(OccupancyPolicies.Place(facts.Division), on, policy => policy.GroupRental is not null);
        if (policy?.GroupRental is not { } group)
        {
            return NotConfigured("groupRental");
        }

        StatedFact[] size = [Fact("rooms", facts.Rooms), Fact("people", facts.People), Fact("beds", facts.Beds), Fact("standard", policy.Name)];
        if (!group.IsReachedBy(facts.Rooms, facts.People, facts.Beds))
        {
            return group.IsMissedBy(facts.Rooms, facts.People, facts.Beds) ? NotApplicable(size) : Unknown([.. size.Where(fact => fact.Value is null).Select(fact => fact.Name)]);
        }

        return Require(
            new Remedy("补齐群租房屋应有的管理措施", "take the measures that are missing"),
            [.. group.Duties.Select(duty => (PropertyFacts.Name(duty), facts.Done(duty)))]);
    }
}
