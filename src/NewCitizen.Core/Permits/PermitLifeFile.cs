using System.Text.Json;
using NewCitizen.Divisions;
using NewCitizen.Errors;
using NewCitizen.Permits.Rules;
using NewCitizen.Rules;

namespace NewCitizen.Permits;

/// <summary>
/// One life as a file (居住证轨迹文件): where, what is known of the person's residence, and the dated events. Read by the command line; its schema is
/// <c>docs/rules/permit-trace.schema.json</c>. Holds no personal values.
/// </summary>
public sealed record PermitLifeFile
{
    /// <summary>Division of the place, six digits; null: rules of the whole country only.</summary>
    public string? Division { get; init; }

    /// <summary>Facts for the eligibility; null: it is not asked.</summary>
    public PermitFacts? Facts { get; init; }

    /// <summary>The events, oldest first.</summary>
    public IReadOnlyList<PermitLifeFileEvent> Events { get; init; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="NewCitizenException">NC2973: it is not in this form; the argument is the place.</exception>
    public static PermitLifeFile Read(Stream utf8Json)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        try
        {
            return JsonSerializer.Deserialize(utf8Json, PermitLifeJson.Default.PermitLifeFile) ?? throw new NewCitizenException(RuleErrors.EventsUnreadable, "$");
        }
        catch (JsonException exception)
        {
            throw new NewCitizenException(RuleErrors.EventsUnreadable, exception, exception.Path ?? "$");
        }
    }

    /// <summary>The events as the law sees them, on days in Asia/Shanghai.</summary>
    /// <exception cref="NewCitizenException">NC2973: an event has no day, or an act that is none.</exception>
    public IReadOnlyList<PermitEvent> ToEvents() => [.. Events.Select((stated, i) => stated.ToEvent() ?? throw new NewCitizenException(RuleErrors.EventsUnreadable, $"$.events[{i}]"))];

    /// <summary>The division; null if it is not stated.</summary>
    /// <exception cref="NewCitizenException">NC2973: it cannot be one.</exception>
    public DivisionCode? ToDivision() => Division is null ? null
        : DivisionCode.TryParse(Division, out var code) ? code : throw new NewCitizenException(RuleErrors.EventsUnreadable, "$.division");

    /// <summary>How many events.</summary>
    public override string ToString() => $"{Events.Count} events";
}
