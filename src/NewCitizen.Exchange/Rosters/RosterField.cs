namespace NewCitizen.Exchange.Rosters;

/// <summary>What a column of a resident roster may hold (花名册字段).</summary>
public enum RosterField
{
    /// <summary>姓名. Required.</summary>
    Name,

    /// <summary>证件号码, 身份证号. Required.</summary>
    DocumentNumber,

    /// <summary>证件类型.</summary>
    DocumentKind,

    /// <summary>性别.</summary>
    Sex,

    /// <summary>民族.</summary>
    Ethnicity,

    /// <summary>出生日期.</summary>
    BirthDate,

    /// <summary>联系电话.</summary>
    Phone,

    /// <summary>户籍地址: where the household is registered. Not the same as <see cref="NativePlace"/>.</summary>
    HukouAddress,

    /// <summary>现住址.</summary>
    CurrentAddress,

    /// <summary>登记日期: when the residence was registered. Not the same as <see cref="MoveInDate"/>.</summary>
    RegistrationDate,

    /// <summary>入住日期: when the person moved in.</summary>
    MoveInDate,

    /// <summary>工作单位.</summary>
    Employer,

    /// <summary>文化程度, 学历.</summary>
    Education,

    /// <summary>婚姻状况.</summary>
    MaritalStatus,

    /// <summary>政治面貌.</summary>
    PoliticalStatus,

    /// <summary>职业.</summary>
    Occupation,

    /// <summary>流入原因.</summary>
    InflowReason,

    /// <summary>住所类型.</summary>
    DwellingKind,

    /// <summary>与户主关系.</summary>
    HouseholderRelation,

    /// <summary>籍贯: where the family comes from.</summary>
    NativePlace,

    /// <summary>备注.</summary>
    Remark,

    /// <summary>序号: counted by the office, not kept.</summary>
    SequenceNumber,
}
