using NodaTime;

namespace NewCitizen.Collection;

/// <summary>
/// Puts the facts of a report into a stay: what nobody stated yet is added, what is the same is confirmed, what differs is kept beside it for somebody to decide. A
/// value gives way without a decision only when its own party, or a grid worker, corrects it knowing what it was.
/// </summary>
internal static class StayMerge
{
    /// <summary>The stay with the facts, and the names of facts that are contested from now on.</summary>
    public static (StayFile Stay, IReadOnlyList<string> Contested) Apply(
        StayFile stay, ReportingParty party, StayReportId report, FactConfidence confidence, LocalDate today, IEnumerable<KeyValuePair<string, string>> facts, IReadOnlyDictionary<string, string> seen)
    {
        var contested = new List<string>();
        foreach (var (name, value) in facts)
        {
            var stated = new OccupancyFact { Name = name, Value = value, Party = party, Report = report, StatedOn = today, Confidence = confidence };
            if (stay.Find(name) is not { } own)
            {
                stay = stay.With(stated);
            }
            else if (string.Equals(own.Value, value, StringComparison.Ordinal))
            {
                stay = stay.With(Agreed(own, party, confidence));
            }
            else if (!own.IsContested && (party == own.Party || party == ReportingParty.GridWorker)
                && seen.TryGetValue(name, out var before) && string.Equals(StayFacts.Read(name, before), own.Value, StringComparison.Ordinal))
            {
                stay = stay.With(stated) with { Past = [.. stay.Past, new(own, today, Task: null)] };
            }
            else if (own.Rivals.FirstOrDefault(rival => string.Equals(rival.Value, value, StringComparison.Ordinal)) is { } known)
            {
                stay = stay.With(own with { Rivals = [.. own.Rivals.Select(rival => ReferenceEquals(rival, known) ? Agreed(known, party, confidence) : rival)] });
            }
            else
            {
                if (!own.IsContested)
                {
                    contested.Add(name);
                }

                stay = stay.With(own with { Rivals = [.. own.Rivals, stated] });
            }
        }

        return (stay, contested);
    }

    /// <summary>A fact another party agrees with; the same party saying it again adds nothing.</summary>
    public static OccupancyFact Agreed(OccupancyFact fact, ReportingParty party, FactConfidence confidence)
    {
        if (party == fact.Party)
        {
            return confidence > fact.Confidence ? fact with { Confidence = confidence } : fact;
        }

        var sure = confidence == FactConfidence.Hearsay ? fact.Confidence : Max(Max(fact.Confidence, confidence), FactConfidence.Confirmed);
        return fact with { Confidence = sure, ConfirmedBy = fact.ConfirmedBy.Contains(party) ? fact.ConfirmedBy : [.. fact.ConfirmedBy, party] };
    }

    private static FactConfidence Max(FactConfidence one, FactConfidence other) => one > other ? one : other;
}
