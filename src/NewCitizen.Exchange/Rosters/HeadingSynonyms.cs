using System.Collections.Frozen;

namespace NewCitizen.Exchange.Rosters;

/// <summary>The headings offices use for each field (表头同义词). 籍贯 is not 户籍地址 and 入住日期 is not 登记日期: those would be guesses.</summary>
internal static class HeadingSynonyms
{
    private static readonly (RosterField Field, string[] Headings)[] s_known =
    [
        (RosterField.Name, ["姓名", "名字", "居民姓名", "人员姓名", "中文姓名", "登记人姓名", "流动人口姓名", "被登记人姓名", "name"]),
        (RosterField.DocumentNumber, ["证件号码", "证件号", "证件编号", "身份证号", "身份证号码", "身份证", "身份证件号码", "身份证件号", "居民身份证号", "居民身份证号码", "公民身份号码", "公民身份证号", "公民身份证号码", "身份号码", "有效证件号码", "idnumber", "documentnumber"]),
        (RosterField.DocumentKind, ["证件类型", "证件种类", "证件类别", "证件名称", "身份证件类型", "有效证件类型"]),
        (RosterField.Sex, ["性别", "sex", "gender"]),
        (RosterField.Ethnicity, ["民族", "民族名称", "族别"]),
        (RosterField.BirthDate, ["出生日期", "出生年月日", "出生年月", "生日", "出生时间", "birthdate", "dateofbirth"]),
        (RosterField.Phone, ["联系电话", "联系方式", "联系号码", "手机", "手机号", "手机号码", "电话", "电话号码", "移动电话", "本人电话", "本人联系电话", "联系手机", "phone", "mobile"]),
        (RosterField.HukouAddress, ["户籍地址", "户籍所在地", "户口所在地", "户籍地", "户籍详细地址", "户籍所在地详址", "户籍地详址", "户籍所在地址", "户口地址", "常住户口所在地", "户籍住址", "身份证地址", "户籍所在地详细地址"]),
        (RosterField.CurrentAddress, ["现住址", "现住地址", "现居住地址", "现居住地", "居住地址", "现居地址", "现居地", "居住地", "暂住地址", "暂住地", "居住地详址", "现住地详址", "现住地", "常住地址", "居住详细地址", "现住址详细地址", "租住地址"]),
        (RosterField.RegistrationDate, ["登记日期", "登记时间", "居住登记日期", "居住登记时间", "办理登记日期", "申报日期", "采集日期"]),
        (RosterField.MoveInDate, ["入住日期", "入住时间", "起始居住日期", "居住起始日期", "居住日期"]),
        (RosterField.Employer, ["工作单位", "就业单位", "用人单位", "单位名称", "工作单位名称", "服务处所", "从业单位", "就业单位名称", "现工作单位"]),
        (RosterField.Education, ["文化程度", "学历", "受教育程度", "教育程度", "最高学历"]),
        (RosterField.MaritalStatus, ["婚姻状况", "婚姻", "婚姻情况", "婚否", "婚姻状态"]),
        (RosterField.PoliticalStatus, ["政治面貌", "政治面目"]),
        (RosterField.Occupation, ["职业", "从事职业", "职业名称", "职业类别", "从业类型"]),
        (RosterField.InflowReason, ["流入原因", "来津原因", "暂住事由", "居住事由", "流动原因", "居住原因"]),
        (RosterField.DwellingKind, ["住所类型", "居住处所", "住所类别", "居住处所类型", "居住类型", "居所类型"]),
        (RosterField.HouseholderRelation, ["与户主关系", "户主关系", "与户主的关系", "与房主关系"]),
        (RosterField.NativePlace, ["籍贯"]),
        (RosterField.Remark, ["备注", "说明", "附注", "备注说明"]),
        (RosterField.SequenceNumber, ["序号", "编号", "行号", "no", "no."]),
    ];

    public static FrozenDictionary<string, RosterField> ByHeading { get; } =
        s_known.SelectMany(entry => entry.Headings.Select(heading => (heading, entry.Field))).ToFrozenDictionary(pair => pair.heading, pair => pair.Field, StringComparer.Ordinal);

    /// <summary>The name of a field in reports: the first of its headings.</summary>
    public static string NameOf(RosterField field) => s_known[(int)field].Field == field ? s_known[(int)field].Headings[0] : Array.Find(s_known, entry => entry.Field == field).Headings[0];
}
