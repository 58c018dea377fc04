using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>The policies a host knows (地方规定), found by place and day.</summary>
public sealed class PermitPolicies
{
    private readonly PermitPolicy[] _policies;

    /// <summary>Puts policies together.</summary>
    /// <exception cref="ArgumentException">Two of one division hold at once, or a number is outside its range.</exception>
    public PermitPolicies(IEnumerable<PermitPolicy> policies)
    {
        _policies = [.. policies.OrderBy(policy => policy.Division.Value).ThenBy(policy => policy.Since)];
        for (var i = 0; i < _policies.Length; i++)
        {
            var own = _policies[i];
            if (own.ExtendedIssueDays is < 16 or > 30 || own.ReplacementFeeYuan < 0 || own.ToleratedGapDays < 0)
            {
                throw new ArgumentException($"A number of the permit policy of {own.Division} is outside its range.", nameof(policies));
            }

            if (i > 0 && _policies[i - 1].Division == own.Division && !(_policies[i - 1].Until <= own.Since))
            {
                throw new ArgumentException($"Two permit policies of {own.Division} hold at once.", nameof(policies));
            }
        }
    }

    /// <summary>No city has laid anything down.</summary>
    public static PermitPolicies None { get; } = new([]);

    /// <summary>The policy that holds on a day at a place: the one of the smallest division; null if there is none.</summary>
    public PermitPolicy? Find(DivisionCode? place, LocalDate on) => place is not { } here
        ? null
        : _policies.Where(policy => LegalRule.Covers(policy.Division, here) && policy.Since <= on && (policy.Until is null || on < policy.Until))
            .MaxBy(policy => policy.Division.Level);
}
