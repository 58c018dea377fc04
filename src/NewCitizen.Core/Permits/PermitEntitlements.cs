using NewCitizen.Rules;

namespace NewCitizen.Permits;

/// <summary>What holders are entitled to where they live: three rights and six services of Art. 12, seven conveniences of Art. 13 (基本公共服务和便利).</summary>
public static class PermitEntitlements
{
    /// <summary>第十二条: rights and basic public services.</summary>
    public static IReadOnlyList<PermitEntitlement> Services { get; } =
    [
        Of("work", "劳动就业", "to work", "第十二条"),
        Of("social-insurance", "参加社会保险", "to take part in social insurance", "第十二条"),
        Of("housing-fund", "缴存、提取和使用住房公积金", "to pay into and draw on the housing fund", "第十二条"),
        Of("compulsory-education", "义务教育", "compulsory education", "第十二条第（一）项"),
        Of("job-services", "基本公共就业服务", "basic public job services", "第十二条第（二）项"),
        Of("public-health", "基本公共卫生服务和计划生育服务", "basic public health and family planning services", "第十二条第（三）项"),
        Of("culture-sports", "公共文化体育服务", "public culture and sports", "第十二条第（四）项"),
        Of("legal-aid", "法律援助和其他法律服务", "legal aid and other legal services", "第十二条第（五）项"),
        Of("other-services", "国家规定的其他基本公共服务", "other basic public services laid down by the State", "第十二条第（六）项"),
    ];

    /// <summary>第十三条: conveniences.</summary>
    public static IReadOnlyList<PermitEntitlement> Conveniences { get; } =
    [
        Of("exit-entry-papers", "办理出入境证件", "exit and entry papers", "第十三条第（一）项"),
        Of("identity-card", "换领、补领居民身份证", "renewing and replacing the identity card", "第十三条第（二）项"),
        Of("vehicle-registration", "机动车登记", "vehicle registration", "第十三条第（三）项"),
        Of("driving-licence", "申领机动车驾驶证", "driving licence", "第十三条第（四）项"),
        Of("vocational-exams", "报名参加职业资格考试、申请授予职业资格", "vocational examinations and qualifications", "第十三条第（五）项"),
        Of("birth-registration", "办理生育服务登记和其他计划生育证明材料", "birth registration and other family planning papers", "第十三条第（六）项"),
        Of("other-conveniences", "国家规定的其他便利", "other conveniences laid down by the State", "第十三条第（七）项"),
    ];

    private static PermitEntitlement Of(string code, string chinese, string english, string article) => new(code, chinese, english, new(Statutes.ResidencePermit, article));
}
