namespace NewCitizen.Appointments;

/// <summary>Why an office must call the person of a booking (电话通知原因).</summary>
public enum CallReason
{
    /// <summary>停办: the centre is closed then, or the slot is no longer given out.</summary>
    SlotClosed,

    /// <summary>号源减少: the slot has fewer places now than were booked; the last who booked are called.</summary>
    FewerPlaces,

    /// <summary>安排尚未公布: the holidays of the year are no longer known.</summary>
    NotAnnounced,
}
