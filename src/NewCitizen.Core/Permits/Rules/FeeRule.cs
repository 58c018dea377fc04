using System.Globalization;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第二十一条: the first card and endorsements are free; a replacement costs what is laid down.</summary>
internal sealed class FeeRule(PermitPolicies policies) : PermitRule("fee", "首次申领和签注免费，换领、补领缴纳工本费", "the first card and endorsements are free", RuleSubject.Office, Order("第二十一条"))
{
    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        var act = facts.FeeFor switch { "first-issue" => PermitAct.Issue, "endorsement" => PermitAct.Endorse, "replacement" => PermitAct.Replace, _ => (PermitAct?)null };
        if (act is not { } known)
        {
            return Unknown("feeFor");
        }

        var due = PermitFeeAnswer.For(known, Policy(policies, facts, on));
        return !due.IsConfigured ? NotConfigured("replacementFeeYuan")
            : facts.FeeYuan is not { } charged ? Unknown("feeYuan")
            : charged <= due.Yuan ? Met(Text("feeFor", facts.FeeFor), Text("dueYuan", due.ToString()))
            : Breached(
                new("退还多收费用", "pay back what was charged too much"),
                Text("feeFor", facts.FeeFor), Text("dueYuan", due.ToString()), Text("feeYuan", charged.ToString("0.##", CultureInfo.InvariantCulture)));
    }
}
