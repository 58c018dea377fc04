using NewCitizen.Divisions;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>An administrative division (行政区划).</summary>
/// <param name="Code">GB/T 2260 code.</param>
/// <param name="Name">Its name.</param>
/// <param name="FullName">With the divisions above it.</param>
/// <param name="Abolished">Whether the code is no longer in force.</param>
/// <param name="Successors">Codes that took over.</param>
public sealed record DivisionModel(string Code, string Name, string? FullName, bool Abolished, IReadOnlyList<string> Successors)
{
    internal static DivisionModel Of(Division division) => new(
        division.Code.ToString(), division.Name, DivisionTable.Default.FullName(division.Code), division.IsAbolished, [.. division.SuccessorCodes.Select(code => code.ToString())]);
}
