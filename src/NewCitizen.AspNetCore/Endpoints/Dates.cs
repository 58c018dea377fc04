using NodaTime;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Dates of the wire as dates of the SDK.</summary>
internal static class Dates
{
    public static LocalDate? ToLocal(this DateOnly? date) => date is { } day ? LocalDate.FromDateOnly(day) : null;
}
