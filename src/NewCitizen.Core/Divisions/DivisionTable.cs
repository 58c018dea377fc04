using System.Collections.Frozen;
using NewCitizen.Identity;
using NodaTime;

namespace NewCitizen.Divisions;

/// <summary>
/// The divisions of GB/T 2260 from province to county in force, and the abolished ones with their successors as far as they
/// are known (行政区划代码表). Years are told from 2002 on, and before only for a few well-known changes.
/// Codes never leave the table. Immutable and thread-safe; the shipped table is read at its first use.
/// </summary>
public sealed class DivisionTable : IAddressCodeLookup
{
    private const int LongestChain = 16;

    private static readonly Lazy<DivisionTable> s_default = new(() => new DivisionTable(DivisionTableReader.ReadDivisions(), DivisionTableReader.ReadTownships()));

    private readonly Division[] _rows;
    private readonly DivisionIndex _index;
    private readonly FrozenDictionary<string, Township> _townships;

    internal DivisionTable(Division[] rowsInOrder, Township[] townships)
    {
        _rows = rowsInOrder;
        _index = new DivisionIndex(rowsInOrder);
        _townships = townships.ToFrozenDictionary(township => township.Code.ToString(), StringComparer.Ordinal);
    }

    /// <summary>The table that ships with the SDK.</summary>
    public static DivisionTable Default => s_default.Value;

    /// <summary>Every row, ordered by code and then by year. A code that changed its name has a row for each name.</summary>
    public IReadOnlyList<Division> All => _rows;

    /// <summary>The newest row of a code, abolished or not; <see langword="null"/> if no edition known here has it. Allocates nothing.</summary>
    public Division? Find(DivisionCode code) => Rows(code) is [.., var last] ? last : null;

    /// <summary>The row of a code that can have been in force on <paramref name="on"/>; in a year of change the newer one. <see langword="null"/> if there is none. Allocates nothing.</summary>
    public Division? Find(DivisionCode code, LocalDate on)
    {
        var rows = Rows(code);
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            if (rows[i].CanBeInForce(on))
            {
                return rows[i];
            }
        }

        return null;
    }

    /// <summary>
    /// How a code stands to a date, such as the birth date inside a citizen number. Only years are compared, and a code that
    /// has no known first year is never called young. Allocates nothing.
    /// </summary>
    public DivisionStanding Inspect(DivisionCode code, LocalDate on) => _index.Inspect(code.Value, on.Year);

    /// <summary>When a code was in force, by years: from the first day of its first known year to the last day of the year it ended in. Allocates nothing.</summary>
    public bool TryFind(int code, out AddressCodePeriod period)
    {
        period = default;
        if (!DivisionCode.TryFromNumber(code, out var division) || Rows(division) is not [var first, ..] rows)
        {
            return false;
        }

        period = new(
            first.KnownFrom is { } from ? new LocalDate(from, 1, 1) : null,
            rows[^1].ValidTo is { } until ? new LocalDate(until, 12, 31) : null);
        return true;
    }

    /// <summary>
    /// The divisions that stand on <paramref name="on"/> in the place of a code that has ended by then, over as many steps as
    /// it takes. Empty if the code is still in force, is unknown, or the sources do not say who took over.
    /// </summary>
    public IReadOnlyList<Division> Successors(DivisionCode code, LocalDate on)
    {
        var found = new List<Division>();
        Follow(code, on, found, LongestChain);
        return found;
    }

    /// <summary>
    /// The divisions directly below in force on <paramref name="on"/>, ordered by code. Headings of the numbering are left out
    /// and what hangs under them is given instead: a municipality (直辖市) answers with its districts.
    /// </summary>
    public IReadOnlyList<Division> Children(DivisionCode parent, LocalDate on)
    {
        var children = new List<Division>();
        var width = parent.Level switch { DivisionLevel.Province => 10_000, DivisionLevel.Prefecture => 100, _ => 1 };
        for (var i = _index.FirstAtOrAfter(parent.Value + 1); i < _rows.Length && _rows[i].Code.Value < parent.Value + width; i++)
        {
            var row = _rows[i];
            if (row.IsGrouping || !IsRowFor(row, on) || (parent.Level == DivisionLevel.Province && row.Code.Level == DivisionLevel.County && HasPlaceAbove(row.Code, on)))
            {
                continue;
            }

            children.Add(row);
        }

        return children;
    }

    /// <summary>The name with the levels above, such as 天津市滨海新区, in the names of the last year the code was in force; <see langword="null"/> if the code is unknown.</summary>
    public string? FullName(DivisionCode code) =>
        Find(code) is { } division ? FullName(code, new LocalDate(division.ValidTo is { } year ? year - 1 : 9999, 12, 31)) : null;

    /// <summary>The name with the levels above as of <paramref name="on"/>; <see langword="null"/> if the code was not in force.</summary>
    public string? FullName(DivisionCode code, LocalDate on)
    {
        if (Find(code, on) is not { } division)
        {
            return null;
        }

        var name = division.Name;
        for (var parent = code.Parent; parent is { } above; parent = above.Parent)
        {
            if ((Find(above, on) ?? Find(above)) is { IsGrouping: false } place)
            {
                name = place.Name + name;
            }
        }

        return name;
    }

    /// <summary>The subdistrict, town or special unit with this nine-digit code, or above this twelve-digit code; <see langword="null"/> if its name is not known here.</summary>
    public Township? FindTownship(StatisticalDivisionCode code) => _townships.GetValueOrDefault(code.Township.ToString());

    // A list shows one answer a place, so in the year of a change the old row gives way to the new one.
    private static bool IsRowFor(Division row, LocalDate on) => row.CanBeInForce(on) && !HasEnded(row, on);

    private bool HasPlaceAbove(DivisionCode county, LocalDate on) =>
        county.Prefecture != county.Province && Find(county.Prefecture, on) is { IsGrouping: false };

    private ReadOnlySpan<Division> Rows(DivisionCode code)
    {
        var (first, count) = _index.Rows(code.Value);
        return _rows.AsSpan(first, count);
    }

    private void Follow(DivisionCode code, LocalDate on, List<Division> found, int stepsLeft)
    {
        if (stepsLeft == 0 || LastEnded(Rows(code), on) is not { } ended)
        {
            return;
        }

        foreach (var next in ended.SuccessorCodes)
        {
            var before = found.Count;
            var successor = Find(next, on);
            if (successor is null || HasEnded(successor, on))
            {
                Follow(next, on, found, stepsLeft - 1);
            }

            if (successor is not null && found.Count == before && !found.Contains(successor))
            {
                found.Add(successor);
            }
        }
    }

    // The row that ended last by the date; nothing if a row stands on the date.
    private static Division? LastEnded(ReadOnlySpan<Division> rows, LocalDate on)
    {
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            if (HasEnded(rows[i], on))
            {
                return rows[i];
            }

            if (rows[i].CanBeInForce(on))
            {
                return null;
            }
        }

        return null;
    }

    private static bool HasEnded(Division row, LocalDate on) => row.IsAbolished && !(on.Year < row.ValidTo);
}
