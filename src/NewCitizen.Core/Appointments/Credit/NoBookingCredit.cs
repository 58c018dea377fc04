using NodaTime;

namespace NewCitizen.Appointments.Credit;

/// <summary>No rules configured: everybody may book, and nothing is remembered for a verdict.</summary>
internal sealed class NoBookingCredit : IBookingCreditPolicy
{
    public Duration LookBack => Duration.Zero;

    public CreditVerdict Judge(IReadOnlyList<BookingEvent> events, Instant now) => CreditVerdict.Free;
}
