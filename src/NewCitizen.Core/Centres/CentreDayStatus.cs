namespace NewCitizen.Centres;

/// <summary>Whether a place is open on a day.</summary>
public enum CentreDayStatus
{
    /// <summary>The holidays of the year are not announced, and no exception says otherwise: nothing can be promised (尚未公布).</summary>
    NotAnnounced,

    /// <summary>Open at least part of the day.</summary>
    Open,

    /// <summary>Closed all day.</summary>
    Closed,
}
