using NewCitizen.Permits;

namespace NewCitizen.Core.Tests.Permits;

/// <summary>
/// A permit lived through day by day, written from Art. 10 and without the code it checks: other dates (<see cref="DateOnly"/>), no closed formulas,
/// one step for each midnight.
/// </summary>
internal sealed class SimulatedLife
{
    private readonly DateOnly _issued;
    private DateOnly _from;
    private int _year = 1;
    private bool _endorsed;
    private string _card = "in hand";

    public SimulatedLife(DateOnly issued) => (_issued, _from, Today) = (issued, issued, issued);

    public DateOnly Today { get; private set; }

    public string State { get; private set; } = "active";

    public bool IsAway { get; private set; }

    public DateOnly CountedFrom => _from;

    public DateOnly? SuspendedSince { get; private set; }

    public int FullYears { get; private set; }

    public (DateOnly Opens, DateOnly Last)? Window
    {
        get
        {
            if (State != "active")
            {
                return null;
            }

            var last = _from.AddMonths(12 * (_endorsed ? _year + 1 : _year));
            return (last.AddMonths(-1), last);
        }
    }

    /// <summary>One midnight.</summary>
    public void NextDay()
    {
        var over = _from.AddMonths(12 * _year) == Today;
        Today = Today.AddDays(1);
        if (State == "active" && Today == _from.AddMonths(12 * _year))
        {
            FullYears++;
        }

        if (State != "active" || !over)
        {
            return;
        }

        if (_endorsed)
        {
            _year++;
            _endorsed = false;
        }
        else
        {
            State = "suspended";
            SuspendedSince = Today;
        }
    }

    /// <summary>Something happens today; false if it cannot.</summary>
    public bool Do(PermitAct act)
    {
        if (State == "cancelled")
        {
            return false;
        }

        switch (act)
        {
            case PermitAct.Endorse when IsAway:
                return false;
            case PermitAct.Endorse when State == "suspended":
                (State, SuspendedSince, _from, _year, _endorsed, FullYears) = ("active", null, Today, 1, false, 0);
                return true;
            case PermitAct.Endorse:
                var last = _from.AddMonths(12 * _year);
                if (_endorsed || Today < last.AddMonths(-1) || Today > last)
                {
                    return false;
                }

                _endorsed = true;
                return true;
            case PermitAct.ReportLost:
                var was = _card;
                _card = "lost";
                return was != "lost";
            case PermitAct.ReportDamaged:
                var whole = _card == "in hand";
                _card = whole ? "damaged" : _card;
                return whole;
            case PermitAct.Replace:
                var broken = _card != "in hand";
                _card = "in hand";
                return broken;
            case PermitAct.MoveWithin:
                return !IsAway;
            case PermitAct.MoveAway:
                var here = !IsAway;
                IsAway = true;
                return here;
            case PermitAct.MoveBack:
                var away = IsAway;
                IsAway = false;
                return away;
            case PermitAct.Cancel:
                (State, SuspendedSince) = ("cancelled", null);
                return true;
            default:
                return false;
        }
    }

    public override string ToString() => $"{_issued}..{Today} {State}";
}
