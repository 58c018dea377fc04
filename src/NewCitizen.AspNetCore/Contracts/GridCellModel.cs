using NewCitizen.Grid;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A grid cell (网格).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="Code">Code people see.</param>
/// <param name="Name">Name.</param>
/// <param name="Addresses">Ids of its addresses.</param>
/// <param name="Assignments">Who is responsible from when to when.</param>
public sealed record GridCellModel(Guid Id, string Revision, string Code, string Name, IReadOnlyList<Guid> Addresses, IReadOnlyList<GridAssignmentModel> Assignments)
{
    internal static GridCellModel Of(GridCell cell) => new(
        cell.Id.Value,
        cell.Revision.ToString(),
        cell.Code,
        cell.Name,
        [.. cell.Addresses.Select(address => address.Value)],
        [.. cell.Assignments.Select(own => new GridAssignmentModel(own.Worker.Value, own.Since.ToDateOnly(), own.Until?.ToDateOnly()))]);
}
