using NewCitizen.Housing.Rules;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Housing;

/// <summary>A lease (租赁合同): who may use which rooms for how long. Its legal checks are rules of their own.</summary>
/// <param name="Id">Identifies the lease.</param>
/// <param name="Revision">State that was read.</param>
/// <param name="Property">What is let.</param>
/// <param name="Rooms">Which rooms; empty for the whole property.</param>
/// <param name="Tenants">Tenants on file; empty for an employer's block lease.</param>
/// <param name="EmployerCode">Unified social credit code of the employer that leases for its workers (企业包租); null otherwise.</param>
/// <param name="SignedOn">Day of signing.</param>
/// <param name="Since">First day of the term.</param>
/// <param name="Until">Last day of the term (inclusive, as written in contracts); null for an open-ended lease.</param>
/// <param name="EndedOn">Day it ended early or was given back; null while it runs.</param>
public sealed record Lease(
    LeaseId Id,
    Revision Revision,
    RentalPropertyId Property,
    IReadOnlyList<RoomId> Rooms,
    IReadOnlyList<ResidentId> Tenants,
    string? EmployerCode,
    LocalDate SignedOn,
    LocalDate Since,
    LocalDate? Until,
    LocalDate? EndedOn)
{
    /// <summary>What else was stated about it, for the rules of law; null for nothing.</summary>
    public LeaseFacts? Stated { get; init; }

    /// <summary>Whether it runs on a day.</summary>
    public bool RunsOn(LocalDate day) => Since <= day && (Until is null || day <= Until) && (EndedOn is null || day < EndedOn);
}
