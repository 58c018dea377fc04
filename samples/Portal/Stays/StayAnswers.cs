using System.Globalization;
using NewCitizen.Collection;
using NewCitizen.Residents;
using NodaTime;
using NodaTime.Text;

namespace Portal.Stays;

/// <summary>What somebody who declares a stay has typed so far.</summary>
public sealed class StayAnswers
{
    /// <summary>Who looks after the home; null for the portal's own agency.</summary>
    public string? Agency { get; set; }

    public Guid? Home { get; set; }

    public string? Address { get; set; }

    public string? Name { get; set; }

    public string? Kind { get; set; }

    public string? Number { get; set; }

    public string? On { get; set; }

    public string? PlannedDays { get; set; }

    public string? Room { get; set; }

    public string? Phone { get; set; }

    public string? Employer { get; set; }

    public string? InflowReason { get; set; }

    public LocalDate? Arrived => On is { Length: > 0 } text && LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : null;

    public int? Days => int.TryParse(PlannedDays, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;

    /// <summary>Which page asks for the field an issue is about.</summary>
    public static IReadOnlyDictionary<string, string> Pages { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/name"] = "/stay",
        ["/document"] = "/stay",
        ["/document/kind"] = "/stay",
        ["/document/number"] = "/stay",
        ["/address"] = "/stay",
        ["/on"] = "/stay/when",
        ["/facts/room"] = "/stay/when",
        ["/facts/planned-days"] = "/stay/when",
        ["/facts/phone"] = "/stay/more",
        ["/facts/employer"] = "/stay/more",
        ["/facts/inflow-reason"] = "/stay/more",
    };

    public ReportStay State()
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in new[]
        {
            (StayFacts.Room, Room), (StayFacts.PlannedDays, PlannedDays), (StayFacts.Phone, Phone), (StayFacts.Employer, Employer), (StayFacts.InflowReason, InflowReason),
        })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                facts[name] = value;
            }
        }

        return new()
        {
            Party = ReportingParty.Resident,
            Kind = StayReportKind.Arrival,
            Name = Name ?? string.Empty,
            Document = new StatedDocument { Kind = string.IsNullOrEmpty(Kind) ? null : Kind, Number = Number ?? string.Empty },
            Home = Home is { } home ? new(home) : null,
            Address = Home is null ? Address : null,
            On = Arrived ?? default,
            Facts = facts,
            Channel = "portal",
        };
    }

    public override string ToString() => "…";
}
