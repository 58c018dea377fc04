using NewCitizen.Calendars;
using NodaTime;

namespace NewCitizen.Services;

/// <summary>What an applicant is told once and all together (一次性告知书): every paper that is missing, and until when the office must have said so.</summary>
public sealed record OneTimeNotice
{
    private OneTimeNotice()
    {
    }

    /// <summary>The item that was asked for.</summary>
    public required ServiceItemId Item { get; init; }

    /// <summary>Day the papers came in, in Asia/Shanghai; not counted.</summary>
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>All that is missing, in the order of the item's list; empty when nothing is.</summary>
    public required IReadOnlyList<MissingPaper> Missing { get; init; }

    /// <summary>Codes that were given but that the item does not ask for.</summary>
    public required IReadOnlyList<string> NotAsked { get; init; }

    /// <summary>Until when it can be said; afterwards the application counts as accepted on the day of receipt. Or the year that is not announced.</summary>
    public required DeadlineAnswer TellUntil { get; init; }

    /// <summary>What the duty rests on.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>Whether nothing is missing.</summary>
    public bool IsComplete => Missing.Count == 0;

    /// <summary>Compares what an item asks for with what was handed in.</summary>
    /// <param name="item">The item.</param>
    /// <param name="papersGiven">Codes of the papers handed in; repeated ones count once.</param>
    /// <param name="receivedOn">Day they came in, in Asia/Shanghai.</param>
    /// <param name="calendar">The work calendar of the moment.</param>
    public static OneTimeNotice For(ServiceItem item, IEnumerable<string> papersGiven, LocalDate receivedOn, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(papersGiven);
        ArgumentNullException.ThrowIfNull(calendar);
        var given = papersGiven.ToHashSet(StringComparer.Ordinal);
        var missing = new List<MissingPaper>();
        var groups = new HashSet<string>(StringComparer.Ordinal);
        foreach (var paper in item.Materials)
        {
            if (paper.Alternative is not { } group)
            {
                if (paper.IsRequired && !given.Contains(paper.Code))
                {
                    missing.Add(new(null, [paper]));
                }
            }
            else if (groups.Add(group))
            {
                var members = item.Materials.Where(other => string.Equals(other.Alternative, group, StringComparison.Ordinal)).ToArray();
                if (members.Any(member => member.IsRequired) && !members.Any(member => given.Contains(member.Code)))
                {
                    missing.Add(new(group, members));
                }
            }
        }

        return new OneTimeNotice
        {
            Item = item.Id,
            ReceivedOn = receivedOn,
            Missing = missing,
            NotAsked = [.. given.Except(item.Materials.Select(paper => paper.Code), StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            TellUntil = SupplementRule.TellWithin.After(receivedOn, calendar),
            Basis = SupplementRule.Basis,
        };
    }

    /// <summary>How many papers are missing; names nobody.</summary>
    public override string ToString() => $"{Item}: {Missing.Count} missing";
}
