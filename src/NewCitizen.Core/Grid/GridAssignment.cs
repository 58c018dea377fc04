using NodaTime;

namespace NewCitizen.Grid;

/// <summary>Who is responsible for a cell, and when (网格责任人).</summary>
/// <param name="Worker">Who.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day no longer; null while it goes on.</param>
public sealed record GridAssignment(GridWorkerId Worker, LocalDate Since, LocalDate? Until)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool Covers(LocalDate day) => Since <= day && (Until is null || day < Until);
}
