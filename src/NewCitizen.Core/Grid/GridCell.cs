using NewCitizen.Addresses;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Grid;

/// <summary>A grid cell (网格): the addresses one worker looks after. Cells of an agency do not overlap.</summary>
public sealed record GridCell
{
    /// <summary>Identifies the cell.</summary>
    public required GridCellId Id { get; init; }

    /// <summary>State that was read; default for a new one.</summary>
    public Revision Revision { get; init; }

    /// <summary>Code people see, unique in the agency: 1 to 20 letters, digits or hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>Name, 1 to 60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Its addresses, at most 2,000.</summary>
    public IReadOnlyList<StandardAddressId> Addresses { get; init; } = [];

    /// <summary>Who is responsible from when to when, past ones too.</summary>
    public IReadOnlyList<GridAssignment> Assignments { get; init; } = [];

    /// <summary>The workers responsible on a day, in the order they were assigned.</summary>
    /// <param name="day">A day in Asia/Shanghai.</param>
    public IReadOnlyList<GridWorkerId> WorkersOn(LocalDate day) => [.. Assignments.Where(own => own.Covers(day)).Select(own => own.Worker)];

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
