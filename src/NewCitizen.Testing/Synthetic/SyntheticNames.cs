namespace NewCitizen.Testing.Synthetic;

/// <summary>Parts that names and addresses are put together from.</summary>
internal static class SyntheticNames
{
    public static readonly string[] Surnames =
        [.. "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎".Select(c => c.ToString()), "欧阳", "上官", "诸葛", "司马"];

    // With rare and supplementary characters, as real registers have them.
    public static readonly string[] GivenCharacters =
        [.. "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文志新春梅海燕晨曦雨欣子涵浩宇梓轩诗琪玥珺喆堃".Select(c => c.ToString()), "㛃", "\U00020BB7"];

    public static readonly (string Name, string Ethnicity)[] EthnicFirst =
    [
        ("阿依古丽", "维吾尔族"), ("买买提", "维吾尔族"), ("古丽娜尔", "维吾尔族"), ("艾尔肯", "维吾尔族"), ("叶尔江", "哈萨克族"), ("巴合提", "哈萨克族"), ("扎西", "藏族"), ("卓玛", "藏族"),
    ];

    public static readonly string[] EthnicLast = ["吐尔逊", "阿不都拉", "热合曼", "卡德尔", "多吉", "才让", "别克", "努尔兰"];

    public static readonly string[] ForeignFirst = ["MARIA", "JOHN", "ANNA", "PIERRE", "YUKI", "MIN-JUN", "FATIMA", "JOSÉ", "OLGA", "THI LAN"];

    public static readonly string[] ForeignLast = ["EXAMPLE", "MUSTERMANN", "SAMPLE", "ÉCHANTILLON", "O'TEST", "DE PRUEBA", "NGUYEN VAN MAU"];

    public static readonly string[] Groups = ["汉族", "汉族", "汉族", "汉族", "汉族", "汉族", "汉族", "回族", "满族", "蒙古族", "壮族", "土家族"];

    public static readonly string[] Provinces = ["河北省", "山西省", "内蒙古自治区", "辽宁省", "吉林省", "黑龙江省", "安徽省", "山东省", "河南省", "湖北省", "四川省", "甘肃省"];

    public static readonly string[] Apartments = ["示例一公寓", "示例二公寓", "样板蓝领公寓", "样板白领公寓", "演示青年公寓"];

    public static readonly string[] Employers = ["示例电子（天津）有限公司", "样板汽车部件有限公司", "演示物流有限公司", "示例生物制药有限公司", "样板餐饮服务部"];

    public static readonly string[] Educations = ["小学", "初中", "普通高中", "中等职业教育", "大学专科", "大学本科", "硕士研究生"];
}
