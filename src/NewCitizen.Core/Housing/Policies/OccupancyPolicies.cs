using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Policies;

/// <summary>
/// All standards a host knows, by division and date (居住标准库). A county's number goes before its city's, a city's before its province's; each
/// number is looked up by itself. Immutable.
/// </summary>
public sealed class OccupancyPolicies
{
    private readonly IReadOnlyList<OccupancyPolicy> _nearestFirst;

    /// <summary>Takes the standards.</summary>
    /// <exception cref="ArgumentException">Two standards of one division hold on one day.</exception>
    public OccupancyPolicies(IEnumerable<OccupancyPolicy> policies)
    {
        _nearestFirst = [.. policies.OrderByDescending(policy => policy.Division.Level).ThenBy(policy => policy.Division).ThenBy(policy => policy.Since)];
        for (var i = 1; i < _nearestFirst.Count; i++)
        {
            var (before, after) = (_nearestFirst[i - 1], _nearestFirst[i]);
            if (before.Division == after.Division && (before.Until is not { } until || until > after.Since))
            {
                throw new ArgumentException($"Two standards of {after.Division} hold at once.", nameof(policies));
            }
        }
    }

    /// <summary>Nothing is set anywhere (未设置): every rule that needs a number answers NotConfigured.</summary>
    public static OccupancyPolicies None { get; } = new([]);

    /// <summary>The standards, nearest division level first.</summary>
    public IReadOnlyList<OccupancyPolicy> All => _nearestFirst;

    /// <summary>The standards that hold at a place on a day, the nearest first.</summary>
    /// <param name="place">Division of the place; null when not known: then none holds.</param>
    /// <param name="day">A day in Asia/Shanghai.</param>
    public IEnumerable<OccupancyPolicy> At(DivisionCode? place, LocalDate day) =>
        place is { } here ? _nearestFirst.Where(policy => policy.HoldsOn(day) && LegalRule.Covers(policy.Division, here)) : [];

    /// <summary>The nearest standard that sets something; null if none does.</summary>
    /// <param name="place">Division of the place.</param>
    /// <param name="day">A day in Asia/Shanghai.</param>
    /// <param name="sets">Whether a standard sets what is asked for.</param>
    public OccupancyPolicy? Nearest(DivisionCode? place, LocalDate day, Func<OccupancyPolicy, bool> sets) => At(place, day).FirstOrDefault(sets);

    /// <summary>Reads the first six digits of a division code of 6, 9 or 12.</summary>
    internal static DivisionCode? Place(string? division) =>
        division is { Length: >= 6 } && DivisionCode.TryParse(division[..6], out var code) ? code : null;
}
