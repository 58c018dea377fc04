using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>
/// What is known of a stay and of who reported it (居住申报事实), for the topic <c>duty</c>. Null is not known. Days and times are those of Asia/Shanghai.
/// </summary>
public sealed record StayDutyFacts
{
    /// <summary>Which law speaks of the person.</summary>
    public PersonGroup? Person { get; init; }

    /// <summary>Where the person stays.</summary>
    public Dwelling? Dwelling { get; init; }

    /// <summary>Whether it is outside the city or county of the person's household register (常住地市、县范围以外).</summary>
    public bool? AwayFromRegister { get; init; }

    /// <summary>Whether it is in a city, not the country (城市).</summary>
    public bool? InCity { get; init; }

    /// <summary>GB/T 2260 code of the place, six digits; for numbers a city sets.</summary>
    public string? Division { get; init; }

    /// <summary>First day of the stay.</summary>
    public LocalDate? ArrivedOn { get; init; }

    /// <summary>When the person moved in; duties in hours count from it.</summary>
    public LocalDateTime? ArrivedAt { get; init; }

    /// <summary>How many days the person means to stay.</summary>
    public int? PlannedDays { get; init; }

    /// <summary>Day the person left; null while the stay goes on.</summary>
    public LocalDate? LeftOn { get; init; }

    /// <summary>First day of the lease (租赁关系建立之日).</summary>
    public LocalDate? LeaseSince { get; init; }

    /// <summary>Day the lease ended.</summary>
    public LocalDate? LeaseEndedOn { get; init; }

    /// <summary>First day of the employment (劳动关系建立之日).</summary>
    public LocalDate? EmployedSince { get; init; }

    /// <summary>Day the employment ended.</summary>
    public LocalDate? EmploymentEndedOn { get; init; }

    /// <summary>Day a broker brought the parties together (介绍成功之日).</summary>
    public LocalDate? BrokeredOn { get; init; }

    /// <summary>Day the home stopped being let (停止租赁之日).</summary>
    public LocalDate? LettingEndedOn { get; init; }

    /// <summary>Day a registered fact, such as address or workplace, changed (变更之日).</summary>
    public LocalDate? ChangedOn { get; init; }

    /// <summary>Day the person reported the stay.</summary>
    public LocalDate? ResidentReportedOn { get; init; }

    /// <summary>When the person reported the stay, for duties in hours.</summary>
    public LocalDateTime? ResidentReportedAt { get; init; }

    /// <summary>Day the householder reported it (户主申报).</summary>
    public LocalDate? HostReportedOn { get; init; }

    /// <summary>When the host reported it, for duties in hours (留宿人登记).</summary>
    public LocalDateTime? HostReportedAt { get; init; }

    /// <summary>Day the landlord reported the tenant.</summary>
    public LocalDate? LandlordReportedOn { get; init; }

    /// <summary>Whether the landlord reported those who really live there, beside the tenant (实际居住人).</summary>
    public bool? OccupantsReported { get; init; }

    /// <summary>Day the employer reported the worker.</summary>
    public LocalDate? EmployerReportedOn { get; init; }

    /// <summary>Day the broker reported the lease.</summary>
    public LocalDate? BrokerReportedOn { get; init; }

    /// <summary>Day the change was reported.</summary>
    public LocalDate? ChangeReportedOn { get; init; }

    /// <summary>Day the leaving was reported by the person or householder (注销).</summary>
    public LocalDate? LeaveReportedOn { get; init; }

    /// <summary>Day the landlord reported the end of the lease.</summary>
    public LocalDate? LandlordLeaveReportedOn { get; init; }

    /// <summary>Day the employer reported the end of the employment.</summary>
    public LocalDate? EmployerLeaveReportedOn { get; init; }

    /// <summary>Day the landlord deregistered the letting.</summary>
    public LocalDate? LettingEndReportedOn { get; init; }

    /// <summary>Whether the tenant showed a valid document and let himself be registered (出示身份证件); false is a refusal.</summary>
    public bool? IdentityShown { get; init; }

    /// <summary>Whether the landlord recorded the tenant's name.</summary>
    public bool? NameRecorded { get; init; }

    /// <summary>Whether the landlord recorded the kind of document.</summary>
    public bool? DocumentKindRecorded { get; init; }

    /// <summary>Whether the landlord recorded the number of the document.</summary>
    public bool? DocumentNumberRecorded { get; init; }

    // An end that is known tells better how long it was than a plan.
    internal int? Days => LeftOn is { } left && ArrivedOn is { } arrived ? Period.DaysBetween(arrived, left) : PlannedDays;
}
