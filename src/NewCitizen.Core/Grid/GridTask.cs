using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Grid;

/// <summary>Something a grid worker has to do (网格任务). Holds ids only; what it is about is read from its subject.</summary>
public sealed record GridTask
{
    /// <summary>Identifies the task.</summary>
    public required GridTaskId Id { get; init; }

    /// <summary>State that was read.</summary>
    public Revision Revision { get; init; }

    /// <summary>What is to be done.</summary>
    public required GridTaskKind Kind { get; init; }

    /// <summary>Kind of the record it is about, such as <c>stay_file</c>.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>Id of that record.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What about it, such as the name of a fact; empty for all of it. Lower case, no personal data.</summary>
    public string Topic { get; init; } = string.Empty;

    /// <summary>Where; null when it has no place.</summary>
    public StandardAddressId? Address { get; init; }

    /// <summary>The cell of the address; null when it lies in none.</summary>
    public GridCellId? Cell { get; init; }

    /// <summary>Where the task is.</summary>
    public GridTaskState State { get; init; }

    /// <summary>Who has taken it; null while nobody has.</summary>
    public GridWorkerId? Worker { get; init; }

    /// <summary>Day it was opened, in Asia/Shanghai.</summary>
    public required LocalDate OpenedOn { get; init; }

    /// <summary>How long it may take; null when not configured.</summary>
    public ITimeLimit? Limit { get; init; }

    /// <summary>What came of it; may name people and is stored encrypted. Null until it ends.</summary>
    public string? Result { get; init; }

    /// <summary>Day it ended.</summary>
    public LocalDate? ClosedOn { get; init; }

    /// <summary>Whether it is over.</summary>
    public bool IsClosed => State is GridTaskState.Done or GridTaskState.Cancelled;

    internal LocalDate? DueOnFile { get; init; }

    /// <summary>Until when it must be done: a day, or why there is none.</summary>
    /// <param name="calendar">The work calendar of the moment.</param>
    public CaseDue Due(WorkCalendar calendar) => IsClosed ? CaseDue.NotRunning()
        : Limit is { } limit ? CaseDue.Of(limit.After(ShanghaiTime.StartOfDay(OpenedOn), calendar), null)
        : CaseDue.NotConfigured;

    /// <summary>Kind and id.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
