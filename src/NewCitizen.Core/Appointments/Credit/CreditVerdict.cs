using NodaTime;

namespace NewCitizen.Appointments.Credit;

/// <summary>A verdict of the rules of credit (信用判定): never without the rule that decided.</summary>
/// <param name="State">May the person book.</param>
/// <param name="Rule">Code of the rule that decided; null when free.</param>
/// <param name="Until">First day on which booking is possible again, Asia/Shanghai; null unless blocked.</param>
public sealed record CreditVerdict(CreditState State, string? Rule, LocalDate? Until)
{
    /// <summary>May book.</summary>
    public static CreditVerdict Free { get; } = new(CreditState.Free, null, null);

    /// <summary>May book, with a warning.</summary>
    public static CreditVerdict Warned(string rule) => new(CreditState.Warned, rule, null);

    /// <summary>May not book.</summary>
    /// <param name="rule">Code of the rule.</param>
    /// <param name="until">First day on which booking is possible again.</param>
    public static CreditVerdict Blocked(string rule, LocalDate until) => new(CreditState.Blocked, rule, until);
}
