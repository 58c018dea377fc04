using NewCitizen.Housing.Policies;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Rooms;

/// <summary>每间居住人数上限.</summary>
internal sealed class PeoplePerRoomRule(OccupancyPolicies policies) : HousingRule<RoomFacts>("room.people-per-room", "每间居住人数上限", "Most people in a room", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第七条"), new LegalSource(Statutes.HousingLease, "第三十九条"))
{
    public override Finding Judge(RoomFacts facts, LocalDate on)
    {
        var policy = policies.Nearest(OccupancyPolicies.Place(facts.Division), on, policy => policy.PeoplePerRoom is not null);
        if (policy?.PeoplePerRoom is not { } most)
        {
            return NotConfigured("peoplePerRoom");
        }

        if (facts.People is not { } people)
        {
            return Unknown("people");
        }

        StatedFact[] stated = [Fact("people", people), Fact("oneFamily", facts.OneFamily), Fact("standard", policy.Name), Fact("capacity", most)];
        return people <= most ? Met(stated)
            : policy.FamilyExempt && facts.OneFamily is null ? Unknown("oneFamily")
            : policy.FamilyExempt && facts.OneFamily == true ? NotApplicable(stated)
            : Breached(new Remedy("减少居住人数至上限以内", "fewer people, down to the limit"), stated);
    }
}
