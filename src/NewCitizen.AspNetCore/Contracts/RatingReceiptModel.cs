namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Says that a rating was taken (评价回执).</summary>
/// <param name="IsFollowedUp">Whether somebody looks into it.</param>
public sealed record RatingReceiptModel(bool IsFollowedUp);
