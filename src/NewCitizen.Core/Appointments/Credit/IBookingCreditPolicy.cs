using NodaTime;

namespace NewCitizen.Appointments.Credit;

/// <summary>Who may not book for a time because of what they did before (预约信用规则). A city sets its own; the default has no rules.</summary>
public interface IBookingCreditPolicy
{
    /// <summary>
    /// How long events are needed. Older ones are forgotten at the next booking; zero keeps none at all, and nothing is then written about phones.
    /// </summary>
    Duration LookBack { get; }

    /// <summary>Judges one identity number or one phone.</summary>
    /// <param name="events">What is on record within <see cref="LookBack"/>, oldest first.</param>
    /// <param name="now">The moment.</param>
    CreditVerdict Judge(IReadOnlyList<BookingEvent> events, Instant now);
}
