using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>外国人住宿登记. A foreigner who stays outside hotels is registered within 24 hours of moving in, by himself or the host. Judged by days the duty is broken once the whole of the day asked about lies after the last moment.</summary>
internal sealed class ForeignerRule : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.foreigner-24-hours";

    /// <inheritdoc/>
    public override string ChineseName => "外国人入住后二十四小时内登记";

    /// <inheritdoc/>
    public override string EnglishName => "Foreigners outside hotels register within 24 hours";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(Statutes.ExitEntry, "第三十九条")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Resident;

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        if (OutOfScope(facts, PersonGroup.Foreigner, away: false, Dwelling.Rented, Dwelling.EmployerHousing, Dwelling.Household, Dwelling.OwnHome) is { } outside)
        {
            return outside;
        }

        if (facts.ArrivedAt is not { } arrived)
        {
            return NotKnown("arrivedAt");
        }

        var due = arrived.PlusHours(24);
        var reported = facts.ResidentReportedAt is not { } own ? facts.HostReportedAt : facts.HostReportedAt is { } host ? LocalDateTime.Min(own, host) : own;
        IReadOnlyList<StatedFact> stated = [Fact("arrivedAt", facts.ArrivedAt), Fact("reportedAt", reported), Fact("due", due)];
        return new(reported is { } at ? at <= due ? Met(stated) : Breached(TemporaryStay.Report, stated) : on <= due.Date ? Met(stated) : Breached(TemporaryStay.Report, stated), DueAt: due);
    }
}
