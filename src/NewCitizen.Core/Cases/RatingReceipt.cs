namespace NewCitizen.Cases;

/// <summary>Says to the rater that the rating was taken (评价回执). Holds nothing that others could use.</summary>
/// <param name="IsFollowedUp">Whether somebody will look into it.</param>
public sealed record RatingReceipt(bool IsFollowedUp);
