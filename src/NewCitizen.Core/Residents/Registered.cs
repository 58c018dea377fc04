using NewCitizen.Storage;

namespace NewCitizen.Residents;

/// <summary>Answer to a registration.</summary>
/// <param name="Id">The person's file.</param>
/// <param name="Revision">Its state afterwards.</param>
/// <param name="Effect">What was done.</param>
public sealed record Registered(ResidentId Id, Revision Revision, RegistrationEffect Effect);
