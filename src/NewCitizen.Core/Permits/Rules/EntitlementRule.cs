using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第十二、十三条: what holders are entitled to while the functions are in force.</summary>
internal sealed class EntitlementRule(string code, string chinese, string english, IReadOnlyList<PermitEntitlement> list, string article)
    : PermitRule(code, chinese, english, RuleSubject.Office, Order(article))
{
    public static EntitlementRule Services { get; } = new("services", "为持证人提供六项基本公共服务并保障三项权利", "three rights and six basic public services of holders", PermitEntitlements.Services, "第十二条");

    public static EntitlementRule Conveniences { get; } = new("conveniences", "持证人享受七项便利", "seven conveniences of holders", PermitEntitlements.Conveniences, "第十三条");

    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        if (facts.Service is null || facts.InForce is null || facts.ServiceRefused is null)
        {
            return Unknown([.. new[] { facts.Service is null ? "service" : null, facts.InForce is null ? "inForce" : null, facts.ServiceRefused is null ? "serviceRefused" : null }.OfType<string>()]);
        }

        var wanted = list.FirstOrDefault(own => string.Equals(own.Code, facts.Service, StringComparison.Ordinal));
        StatedFact[] used = [Text("service", facts.Service), Yes("inForce", facts.InForce), Text("article", wanted?.Source.Article)];
        return wanted is null || facts.InForce == false ? NotApplicable(used)
            : facts.ServiceRefused == true ? Breached(new($"依法提供：{wanted.ChineseName}", $"provide it: {wanted.EnglishName}"), used)
            : Met(used);
    }
}
