using NodaTime;

namespace NewCitizen.Divisions;

/// <summary>
/// One division under one code and name, with the years it is known for (行政区划). Its dates have the resolution of a year: in the
/// year of a change both the old and the new code are taken as in force.
/// </summary>
public sealed class Division
{
    internal Division(DivisionCode code, string name, int? knownFrom, int? validTo, bool isAbolished, bool isGrouping, DivisionCode[] successorCodes)
    {
        Code = code;
        Name = name;
        KnownFrom = knownFrom;
        ValidTo = validTo;
        IsAbolished = isAbolished;
        IsGrouping = isGrouping;
        SuccessorCodes = successorCodes;
    }

    /// <summary>The six-digit code.</summary>
    public DivisionCode Code { get; }

    /// <summary>Chinese name, without the names of the levels above.</summary>
    public string Name { get; }

    /// <summary>
    /// The year in which it began: that of the act where the act is known, else that of the first revision of the list (2002 to
    /// 2016) with the code under this name, which can be a year late. For 46 and 50 never before the province itself began.
    /// <see langword="null"/>: it already stood in the oldest revision (2002), or the sources give no year.
    /// </summary>
    public int? KnownFrom { get; }

    /// <summary>The year in which it ended: that of the act, else of the first revision without it, which can be a year late. <see langword="null"/>: still in force, or ended in a year that is not known (<see cref="IsAbolished"/> tells them apart).</summary>
    public int? ValidTo { get; }

    /// <summary>Whether the code, or the code under this name, has ended.</summary>
    public bool IsAbolished { get; }

    /// <summary>Whether it is only a heading of the numbering, such as 120100 市辖区, and no place with a name of its own (汇总码).</summary>
    public bool IsGrouping { get; }

    /// <summary>The codes that took over when this one ended. Empty when it is in force, was only renamed, or nobody told: unknown is an answer.</summary>
    public IReadOnlyList<DivisionCode> SuccessorCodes { get; }

    /// <summary>Whether the code can have been in force under this name on <paramref name="date"/>; years of change count as in force.</summary>
    public bool CanBeInForce(LocalDate date) => !(date.Year < KnownFrom) && !(date.Year > ValidTo);

    /// <summary>Code and name, such as <c>120116 滨海新区</c>.</summary>
    public override string ToString() => $"{Code} {Name}";
}
