using NewCitizen.Centres;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A stretch of a day (时段), local time in Asia/Shanghai, whole minutes.</summary>
/// <param name="From">First moment.</param>
/// <param name="Until">First moment after it.</param>
public sealed record PeriodModel(TimeOnly From, TimeOnly Until)
{
    internal static PeriodModel Of(OpenPeriod period) => new(period.From.ToTimeOnly(), period.Until.ToTimeOnly());

    internal OpenPeriod ToPeriod() => new(NodaTime.LocalTime.FromTimeOnly(From), NodaTime.LocalTime.FromTimeOnly(Until));
}
