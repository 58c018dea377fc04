using NodaTime;

namespace NewCitizen.Exchange.V1;

/// <summary>Document <c>ncx.resident.v1</c> (新市民): one person's file with all facts dated.</summary>
public sealed record ResidentDocument : ExchangeObject
{
    /// <summary>Names over time, newest last; at least one (姓名).</summary>
    public required IReadOnlyList<NameFact> Names { get; init; }

    /// <summary>GB/T 2261.1 code (性别).</summary>
    public required string Sex { get; init; }

    /// <summary>Birth date (出生日期), where known.</summary>
    public LocalDate? BirthDate { get; init; }

    /// <summary>GB/T 3304 (民族).</summary>
    public CodedText? Ethnicity { get; init; }

    /// <summary>GB/T 2261.2 (婚姻状况).</summary>
    public CodedText? MaritalStatus { get; init; }

    /// <summary>GB/T 4762 (政治面貌).</summary>
    public CodedText? PoliticalStatus { get; init; }

    /// <summary>GB/T 31000 (流入原因).</summary>
    public CodedText? InflowReason { get; init; }

    /// <summary>Identity documents over time; at least one (证件).</summary>
    public required IReadOnlyList<DocumentFact> Documents { get; init; }

    /// <summary>Mobile numbers over time (手机号码).</summary>
    public IReadOnlyList<PhoneFact>? Phones { get; init; }

    /// <summary>Household register addresses over time, newest last (户籍地).</summary>
    public IReadOnlyList<OriginFact>? Origins { get; init; }

    /// <summary>Education over time (学历).</summary>
    public IReadOnlyList<EducationFact>? Educations { get; init; }

    /// <summary>Jobs over time (就业).</summary>
    public IReadOnlyList<EmploymentFact>? Employments { get; init; }

    /// <summary>Family ties (家庭关系).</summary>
    public IReadOnlyList<RelationFact>? Relations { get; init; }

    /// <summary>Further facts by key (扩展项).</summary>
    public IReadOnlyList<ExtensionEntry>? Extensions { get; init; }

    /// <summary>Day the file was opened (建档日), Asia/Shanghai.</summary>
    public required LocalDate OpenedOn { get; init; }
}
