using System.Text.Json;
using NewCitizen.Housing.Policies;
using NodaTime;

namespace NewCitizen.Housing.Rules;

/// <summary>What rules of whole homes and of those who run them look at (房屋事实). Null is not known. No personal values.</summary>
public sealed record PropertyFacts
{
    /// <summary>Division code of the home, 6, 9 or 12 digits.</summary>
    public string? Division { get; init; }

    /// <summary>Rooms that are let.</summary>
    public int? Rooms { get; init; }

    /// <summary>People living there.</summary>
    public int? People { get; init; }

    /// <summary>Beds.</summary>
    public int? Beds { get; init; }

    /// <summary>Whether an inspection found it up to the mandatory standards.</summary>
    public bool? MeetsSafetyStandards { get; init; }

    /// <summary>Whether somebody is in charge (管理员).</summary>
    public bool? HasManager { get; init; }

    /// <summary>Whether a register is kept (登记簿).</summary>
    public bool? KeepsRegister { get; init; }

    /// <summary>Whether it is filed with the police as group rental.</summary>
    public bool? FiledWithPolice { get; init; }

    /// <summary>Whether house rules are displayed.</summary>
    public bool? RulesDisplayed { get; init; }

    /// <summary>Whether there are cameras.</summary>
    public bool? Cctv { get; init; }

    /// <summary>Whether there are extinguishers and alarms.</summary>
    public bool? FireKit { get; init; }

    /// <summary>Whether it is used as a dormitory (集体宿舍).</summary>
    public bool? Dormitory { get; init; }

    /// <summary>Whether it stands in a residential compound (居住小区).</summary>
    public bool? InResidentialCompound { get; init; }

    /// <summary>Whether the letting is registered with the police station.</summary>
    public bool? RegisteredWithPolice { get; init; }

    /// <summary>Whether the security pledge is signed (治安责任保证书).</summary>
    public bool? PledgeSigned { get; init; }

    /// <summary>Whether a leasing enterprise lets it.</summary>
    public bool? Enterprise { get; init; }

    /// <summary>Day of the enterprise's business licence.</summary>
    public LocalDate? LicensedOn { get; init; }

    /// <summary>Day its opening was reported.</summary>
    public LocalDate? OpeningReportedOn { get; init; }

    /// <summary>Whether its listing is true and the same everywhere.</summary>
    public bool? ListingTrue { get; init; }

    /// <summary>Whether it keeps a tenancy archive.</summary>
    public bool? KeepsArchive { get; init; }

    /// <summary>Whether it reported the homes it runs.</summary>
    public bool? HomesReported { get; init; }

    /// <summary>Whether it uses a supervised, published account.</summary>
    public bool? SupervisedAccount { get; init; }

    /// <summary>Whether the landlord is a natural person.</summary>
    public bool? NaturalPerson { get; init; }

    /// <summary>Whether the landlord sublets homes of others.</summary>
    public bool? Sublets { get; init; }

    /// <summary>How many homes are sublet.</summary>
    public int? SubletHomes { get; init; }

    internal static string Name(GroupRentalDuty duty) => JsonNamingPolicy.CamelCase.ConvertName(duty.ToString());

    internal bool? Done(GroupRentalDuty duty) => duty switch
    {
        GroupRentalDuty.Manager => HasManager,
        GroupRentalDuty.Register => KeepsRegister,
        GroupRentalDuty.PoliceFiling => FiledWithPolice,
        GroupRentalDuty.Rules => RulesDisplayed,
        GroupRentalDuty.Cctv => Cctv,
        _ => FireKit,
    };
}
