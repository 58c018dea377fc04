using System.Globalization;
using NewCitizen.Testing.Synthetic;
using NodaTime;

namespace NewCitizen.Benchmarks.Storage;

/// <summary>A CSV roster of made-up people, as an office would export it, without faults.</summary>
internal static class Roster
{
    public static string[] Headings { get; } =
        ["姓名", "性别", "民族", "出生日期", "证件类型", "证件号码", "签发国", "联系电话", "户籍地址", "现住址", "登记日期", "工作单位", "文化程度"];

    public static void Write(string path, IEnumerable<SyntheticPerson> people)
    {
        using var writer = new StreamWriter(path);
        writer.WriteLine(string.Join(',', Headings));
        foreach (var person in people)
        {
            writer.WriteLine(string.Join(
                ',',
                person.Name,
                person.Sex,
                person.Ethnicity,
                Date(person.BirthDate),
                person.DocumentKind,
                person.DocumentNumber,
                person.Origin is null ? "USA" : "CHN",
                person.Mobile,
                person.Origin,
                person.Address,
                Date(person.RegisteredOn),
                person.Employer,
                person.Education));
        }
    }

    private static string Date(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
