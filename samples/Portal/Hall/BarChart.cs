namespace Portal.Hall;

/// <summary>One chart of bars, an hour each.</summary>
/// <param name="Id">Start of the ids in the page.</param>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="Text">The same in a sentence, for whoever cannot see it.</param>
/// <param name="Bars">Label, value, and what is drawn behind it in a pale colour, such as the longest of what the value is the median of.</param>
public sealed record BarChart(string Id, string Title, string Text, IReadOnlyList<(string Label, int? Value, int? Behind)> Bars)
{
    /// <summary>The highest that is drawn, at least 1.</summary>
    public int Highest => Math.Max(1, Bars.Max(bar => Math.Max(bar.Value ?? 0, bar.Behind ?? 0)));
}
