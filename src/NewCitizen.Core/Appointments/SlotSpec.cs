using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>A slot as a plan makes it: times and places, whoever took them.</summary>
/// <param name="Start">Start.</param>
/// <param name="End">End.</param>
/// <param name="Places">All places.</param>
/// <param name="OpenPlaces">Those not kept for a class.</param>
/// <param name="OpenId">Id of the counter of open places.</param>
internal sealed record SlotSpec(LocalTime Start, LocalTime End, int Places, int OpenPlaces, Guid OpenId);
