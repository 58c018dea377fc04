using NewCitizen.Housing.Rules;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Housing;

/// <summary>Command: put a lease on file (登记租赁合同).</summary>
/// <param name="Property">What is let.</param>
/// <param name="Rooms">Which rooms; empty for the whole property.</param>
/// <param name="Tenants">Tenants on file; empty for an employer's block lease.</param>
/// <param name="EmployerCode">Unified social credit code of the employer for a block lease; null otherwise.</param>
/// <param name="SignedOn">Day of signing.</param>
/// <param name="Since">First day of the term.</param>
/// <param name="Until">Last day of the term; null for open-ended.</param>
public sealed record SignLease(
    RentalPropertyId Property,
    IReadOnlyList<RoomId> Rooms,
    IReadOnlyList<ResidentId> Tenants,
    string? EmployerCode,
    LocalDate SignedOn,
    LocalDate Since,
    LocalDate? Until)
{
    /// <summary>What else is known about it, for the rules of law: form, deposit clause, sublease, identity check. Dates of the term and the division are taken from the lease and the home.</summary>
    public LeaseFacts? Stated { get; init; }
}
