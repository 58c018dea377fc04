using System.Globalization;
using NewCitizen.Codes;
using NewCitizen.Identity;
using static NewCitizen.Exchange.Schemas.Describe;

namespace NewCitizen.Exchange.Schemas;

/// <summary>Describes <c>ncx.resident.v1</c>.</summary>
internal static class ResidentDescription
{
    public static SchemaNode Document { get; } = Object(
        "新市民",
        "a resident's file with all facts dated",
        Facts("姓名", "names, newest last", 1, Text("姓名", "full name in normal form", 240).Personal("name").With(BusinessRule.PersonName).Required("text")).Required("names"),
        Code("性别", "sex", CodeTables.Sex).Personal("sex").Required("sex"),
        Date("出生日期", "birth date").Personal("birth-date").Optional("birthDate"),
        CodedText("民族", "ethnic group", CodeTables.Ethnicity).Optional("ethnicity"),
        CodedText("婚姻状况", "marital status", CodeTables.MaritalStatus).Optional("maritalStatus"),
        CodedText("政治面貌", "political status", CodeTables.PoliticalStatus).Optional("politicalStatus"),
        CodedText("流入原因", "reason for coming", CodeTables.InflowReason).Optional("inflowReason"),
        Documents().Required("documents"),
        Facts(
            "手机号码",
            "mobile numbers",
            0,
            Form("手机号码", "mobile number", "^1[3-9][0-9]{9}$").Personal("phone").Required("number")).Optional("phones"),
        Facts(
            "户籍地",
            "household register addresses, newest last",
            0,
            Text("户籍地址", "address as stated", 200).Personal("address").Required("address"),
            Division("当时的行政区划代码", "division code of that time").Optional("divisionCode")).Optional("origins"),
        Facts("学历", "education", 0, CodedText("学历", "education", CodeTables.Education).Required("level")).Optional("educations"),
        Facts(
            "就业",
            "jobs",
            0,
            Text("工作单位", "employer as stated", 200).Personal().Required("employer"),
            Form("统一社会信用代码", "unified social credit code of the employer", "^[1-9ANY][0-9A-HJ-NPQRTUWXY]{17}$", "GB 32100-2015").With(BusinessRule.CreditCode).Optional("employerCode"),
            Text("职业", "occupation as stated or by GB/T 6565 code", 200).Personal().Optional("occupation")).Optional("employments"),
        Facts(
            "家庭关系",
            "family ties",
            0,
            Key("对方记录键", "key of the other person's record").Required("other"),
            (Form("对方是本人的", "what the other is to this person", "^[0-9]{1,2}$", "GB/T 4761-2008") with { CodeList = "family-relation", Rule = BusinessRule.KnownCode }).Required("code")).Optional("relations"),
        (List(
            "扩展项",
            "further facts by key",
            Object(
                "扩展项",
                "a further fact",
                Text("键", "key", 60).Required("key"),
                Text("值", "value", 2000).Personal().Required("value")),
            max: 50) with { Rule = BusinessRule.UniqueKeys }).Optional("extensions"),
        Date("建档日", "day the file was opened").Required("openedOn")) with
    {
        Rule = BusinessRule.BirthDate,
    };

    public static SchemaNode Line { get; } = Describe.Line("新市民记录", "resident record", Document, canMerge: true);

    private static SchemaNode Documents()
    {
        var kinds = IdentityDocumentKinds.All.Select(kind => ((int)kind).ToString(CultureInfo.InvariantCulture)).ToArray();
        var facts = Facts(
            "证件",
            "identity documents over time",
            1,
            (OneOf("证件类型", "kind; 901 is the residence permit for Hong Kong, Macao and Taiwan residents", kinds) with { CodeList = "document-kind", Standard = "GA/T 517" }).Required("kind"),
            Form("证件号码（完整）", "number in full and normal form", "^[0-9A-Z]{5,20}$").Personal("number").Required("number"),
            Form("签发国家（地区）", "issuing country", "^[A-Z]{3}$", "ISO 3166-1 alpha-3").Required("country"),
            Date("有效期起", "first day of validity").Optional("validFrom"),
            Date("有效期止（含；无则为长期或未知）", "last day of validity; none means long-term or not known").Optional("validUntil"));
        return facts with { Items = facts.Items! with { Rule = BusinessRule.IdentityDocument } };
    }

    private static SchemaNode With(this SchemaNode node, BusinessRule rule) => node with { Rule = rule };
}
