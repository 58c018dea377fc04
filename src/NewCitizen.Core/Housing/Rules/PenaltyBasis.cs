using NewCitizen.Rules;

namespace NewCitizen.Housing.Rules;

/// <summary>On what a fine for breaking a rule would rest (处罚依据). A basis, not a decision: the office decides, case by case.</summary>
/// <param name="Source">Law and article.</param>
/// <param name="LeastYuan">Least fine; null where another law sets it.</param>
/// <param name="MostYuan">Most; null where another law sets it.</param>
/// <param name="AfterRefusal">Whether an order to put it right must have been refused or missed first (拒不改正、逾期不改正).</param>
public sealed record PenaltyBasis(LegalSource Source, int? LeastYuan, int? MostYuan, bool AfterRefusal);
