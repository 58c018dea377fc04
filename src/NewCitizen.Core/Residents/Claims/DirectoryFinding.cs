using NewCitizen.Agencies;

namespace NewCitizen.Residents.Claims;

/// <summary>Something the reconciler met. Holds ids only.</summary>
/// <param name="Type">What.</param>
/// <param name="Agency">Agency of the file or claim.</param>
/// <param name="Resident">The file; null where a claim names none.</param>
/// <param name="Other">The other agency: that keeps the same person, or for which the person is kept.</param>
public sealed record DirectoryFinding(DirectoryFindingType Type, AgencyId Agency, ResidentId? Resident, AgencyId? Other);
