using NewCitizen.Agencies;
using NewCitizen.Divisions;

namespace NewCitizen.Permits;

/// <summary>Settings of residence permits (居住证设置). What is not set is answered as not configured.</summary>
public sealed class PermitOptions
{
    /// <summary>Division of each agency that takes applications; agencies not named have <see cref="Division"/>.</summary>
    public IDictionary<AgencyId, DivisionCode> Divisions { get; } = new Dictionary<AgencyId, DivisionCode>();

    /// <summary>Division of the other agencies, such as 120116; null: they take no applications (NC2885).</summary>
    public DivisionCode? Division { get; set; }

    /// <summary>What cities have laid down.</summary>
    public IList<PermitPolicy> Policies { get; } = [];

    /// <summary>How many days before the last day of the window the holder is reminded (签注提醒), 1 to 60. Default 30.</summary>
    public int RemindDays { get; set; } = 30;

    /// <summary>The division of an agency; null if nobody said.</summary>
    public DivisionCode? DivisionOf(AgencyId agency) => Divisions.TryGetValue(agency, out var own) ? own : Division;
}
