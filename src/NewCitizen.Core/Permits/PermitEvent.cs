using System.Globalization;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>One dated event in the life of a permit (居住证事件). Holds no personal values.</summary>
/// <param name="On">The day in Asia/Shanghai.</param>
/// <param name="Act">What was done.</param>
/// <param name="YearsFrom">With <see cref="PermitAct.Issue"/>: the day the years count from, where it is not the day of issue.</param>
/// <param name="Reason">With <see cref="PermitAct.Cancel"/>: why.</param>
public sealed record PermitEvent(LocalDate On, PermitAct Act, LocalDate? YearsFrom = null, PermitCancelReason? Reason = null)
{
    /// <summary>Day and act.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{On:uuuu-MM-dd} {Act}");
}
