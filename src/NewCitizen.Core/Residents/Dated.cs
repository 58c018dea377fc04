using NodaTime;

namespace NewCitizen.Residents;

/// <summary>A fact that held for a time (时段事实), such as a name, a phone or a job. Facts are ended, never overwritten.</summary>
/// <typeparam name="T">Type of the fact.</typeparam>
/// <param name="Value">The fact.</param>
/// <param name="Since">First day it held, or the day it was recorded if that is all that is known; Asia/Shanghai.</param>
/// <param name="Until">First day it no longer held; null while it holds.</param>
/// <param name="MergedFrom">The file it came from by a merge, so that the merge can be undone.</param>
public sealed record Dated<T>(T Value, LocalDate Since, LocalDate? Until = null, ResidentId? MergedFrom = null)
    where T : notnull
{
    /// <summary>Whether it still holds.</summary>
    public bool IsCurrent => Until is null;

    /// <summary>Whether it held on a day.</summary>
    public bool HeldOn(LocalDate day) => Since <= day && (Until is null || day < Until);

    /// <summary>The dates only: the fact may be personal.</summary>
    public override string ToString() => Until is null ? $"{typeof(T).Name} since {Since:uuuu-MM-dd}" : $"{typeof(T).Name} {Since:uuuu-MM-dd} to {Until:uuuu-MM-dd}";
}
