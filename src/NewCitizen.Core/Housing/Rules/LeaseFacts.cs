using NodaTime;

namespace NewCitizen.Housing.Rules;

/// <summary>What rules of leases look at (租赁合同事实). Null is not known. No personal values. Dates in Asia/Shanghai.</summary>
public sealed record LeaseFacts
{
    /// <summary>Division code of the home, 6, 9 or 12 digits.</summary>
    public string? Division { get; init; }

    /// <summary>Day of signing.</summary>
    public LocalDate? SignedOn { get; init; }

    /// <summary>First day of the term.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Last day of the term, inclusive; null for open-ended.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether it is in writing.</summary>
    public bool? Written { get; init; }

    /// <summary>Whether the parties signed with their real names.</summary>
    public bool? RealName { get; init; }

    /// <summary>Whether a broker brought it about.</summary>
    public bool? Brokered { get; init; }

    /// <summary>Day it was filed with the housing department.</summary>
    public LocalDate? FiledOn { get; init; }

    /// <summary>Whether it is a sublease (转租).</summary>
    public bool? Sublease { get; init; }

    /// <summary>Whether the head landlord consented.</summary>
    public bool? LandlordConsent { get; init; }

    /// <summary>Day the head landlord knew of it, or should have.</summary>
    public LocalDate? LandlordKnewOn { get; init; }

    /// <summary>Day the head landlord objected.</summary>
    public LocalDate? LandlordObjectedOn { get; init; }

    /// <summary>Last day of the head lease.</summary>
    public LocalDate? HeadLeaseUntil { get; init; }

    /// <summary>Whether the head landlord agreed to a longer sublease.</summary>
    public bool? HeadLandlordAgreedLonger { get; init; }

    /// <summary>Whether a deposit is taken.</summary>
    public bool? DepositTaken { get; init; }

    /// <summary>Whether the lease states its amount.</summary>
    public bool? DepositAmountStated { get; init; }

    /// <summary>Whether the lease states when it is returned.</summary>
    public bool? DepositReturnStated { get; init; }

    /// <summary>Whether the lease states the cases of deduction.</summary>
    public bool? DepositDeductionsStated { get; init; }

    /// <summary>Day the home changed owner.</summary>
    public LocalDate? SoldOn { get; init; }

    /// <summary>Whether the lease was ended because of that.</summary>
    public bool? EndedBySale { get; init; }

    /// <summary>Whether the tenant goes on using the home after the term.</summary>
    public bool? StillUsed { get; init; }

    /// <summary>Whether the landlord objected to that.</summary>
    public bool? LandlordObjectedToUse { get; init; }

    /// <summary>Whether the landlord checked the tenant’s document.</summary>
    public bool? IdentityChecked { get; init; }

    /// <summary>Whether the tenant refused to show it.</summary>
    public bool? TenantRefusedIdentity { get; init; }

    /// <summary>Whether the landlord showed a document.</summary>
    public bool? LandlordShowedIdentity { get; init; }

    /// <summary>Whether the landlord showed the title.</summary>
    public bool? LandlordShowedTitle { get; init; }

    /// <summary>Whether the landlord entered without consent.</summary>
    public bool? EnteredWithoutConsent { get; init; }

    /// <summary>Whether the landlord ended the lease.</summary>
    public bool? EndedByLandlord { get; init; }

    /// <summary>Whether notice was given.</summary>
    public bool? NoticeGiven { get; init; }

    /// <summary>Whether there was reasonable time to move.</summary>
    public bool? TimeToMove { get; init; }

    /// <summary>Whether there was force or threat.</summary>
    public bool? Force { get; init; }

    /// <summary>Whether the tenant was registered and reported.</summary>
    public bool? TenantReported { get; init; }

    /// <summary>Whether those who actually live there were.</summary>
    public bool? OccupantsReported { get; init; }

    /// <summary>Whether name, kind and number of the tenant’s document are recorded.</summary>
    public bool? TenantRecorded { get; init; }

    /// <summary>Whether the tenant’s particulars are filed with the police station.</summary>
    public bool? TenantFiled { get; init; }

    /// <summary>Day the tenant registered the stay.</summary>
    public LocalDate? TenantRegisteredOn { get; init; }
}
