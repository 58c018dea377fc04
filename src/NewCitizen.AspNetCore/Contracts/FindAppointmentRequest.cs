namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Looks a person's own booking up (我的预约). In a body, so that no log of addresses holds it.</summary>
/// <param name="Number">Booking number as typed.</param>
/// <param name="LastFour">Last four characters of the identity number.</param>
public sealed record FindAppointmentRequest(string Number, string LastFour)
{
    /// <summary>Nothing of it.</summary>
    public override string ToString() => "booking";
}
