using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>押金条款.</summary>
internal sealed class DepositClauseRule() : HousingRule<LeaseFacts>("lease.deposit-clause", "押金条款", "The deposit clause", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第十条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        if (facts.DepositTaken == false)
        {
            return NotApplicable(Fact("depositTaken", false));
        }

        return facts.DepositTaken is null
            ? Unknown("depositTaken")
            : Require(
                new Remedy("在合同中写明押金数额、返还时间和扣减情形", "state amount, return date and cases of deduction in the lease"),
                ("amount", facts.DepositAmountStated),
                ("return", facts.DepositReturnStated),
                ("deductions", facts.DepositDeductionsStated));
    }
}
