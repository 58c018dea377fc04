using System.Globalization;
using NewCitizen.Identity;

namespace Portal.Seeding;

/// <summary>
/// People nobody is: their numbers are well formed but start with a county code that was never given out (…99 00), so that none of
/// them can belong to a living person. The same list at every start.
/// </summary>
internal static class MadeUpPeople
{
    private static readonly string[] s_surnames = ["张", "王", "李", "赵", "刘", "陈", "杨", "周", "吴", "马", "孙", "欧阳", "郭", "韩", "冯"];
    private static readonly string[] s_given = ["建国", "秀英", "小龙", "丽华", "志强", "海燕", "文博", "晓梅", "永福", "思雨", "大勇", "春兰", "俊杰", "玉珍", "子轩", "婷婷"];
    private static readonly (int Code, string Name)[] s_provinces = [(41, "河南省"), (34, "安徽省"), (37, "山东省"), (13, "河北省"), (22, "吉林省"), (51, "四川省"), (62, "甘肃省")];
    private static readonly string[] s_employers = ["天海电子有限公司", "滨城物流中心", "渤湾建筑劳务公司", "新港食品厂", "海河家政服务社", "泰达精密制造厂"];
    private static readonly string[] s_education = ["71", "61", "44", "31", "21", "81"];
    private static readonly string[] s_reasons = ["01", "01", "01", "03", "06", "04"];
    private static readonly string[] s_ethnicities = ["01", "01", "01", "01", "03", "11", "01"];

    public static IEnumerable<MadeUpPerson> Of(int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            var (code, province) = s_provinces[i % s_provinces.Length];
            var born = new DateOnly(1968, 1, 15).AddDays(i * 337 % 13_500);
            var stem = string.Create(CultureInfo.InvariantCulture, $"{code}9900{born:yyyyMMdd}{(i * 7 % 500) + 100:D3}");
            yield return new(
                s_surnames[i % s_surnames.Length] + s_given[i * 5 % s_given.Length],
                WithCheckCharacter(stem),
                string.Create(CultureInfo.InvariantCulture, $"1990000{i + 1000:D4}"),
                s_ethnicities[i % s_ethnicities.Length],
                s_education[i % s_education.Length],
                s_reasons[i * 5 % s_reasons.Length],
                s_employers[i * 3 % s_employers.Length],
                $"{province}样例县样例镇第{(i % 9) + 1}村");
        }
    }

    // One of the eleven characters fits; the SDK says which.
    private static string WithCheckCharacter(string stem) => "0123456789X".Select(check => stem + check).First(number => CitizenNumber.TryParse(number, null, out _));
}
