using NewCitizen.Calendars;

namespace NewCitizen.Cases;

/// <summary>What a city sets for ratings (好差评设置). Local notices differ (5 and 15 working days are known), so nothing has a default.</summary>
public sealed class RatingOptions
{
    /// <summary>How long a negative rating may stay unsettled (差评整改时限); null: not configured, follow-ups then have no last day and are never overdue.</summary>
    public ITimeLimit? FollowUpWithin { get; set; }
}
