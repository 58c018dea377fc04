using NewCitizen.Cases;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>How people rated a group of services in a month (评价统计); never fewer than five people.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="CentreId">The centre.</param>
/// <param name="Window">The window.</param>
/// <param name="IsRest">Whether it is what remains of small groups.</param>
/// <param name="Total">How many rated.</param>
/// <param name="Counts">How many of each level, from very dissatisfied to very satisfied.</param>
public sealed record RatingFigureModel(Guid? ItemId, Guid? CentreId, string? Window, bool IsRest, int Total, IReadOnlyList<int> Counts)
{
    internal static RatingFigureModel Of(RatingFigure figure) => new(figure.Item?.Value, figure.Centre?.Value, figure.Window, figure.IsRest, figure.Total, figure.Counts);
}
