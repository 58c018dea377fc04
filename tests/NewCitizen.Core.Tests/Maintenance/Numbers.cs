using System.Globalization;
using NewCitizen.Testing.Synthetic;

namespace NewCitizen.Core.Tests.Maintenance;

/// <summary>Made-up citizen numbers.</summary>
internal static class Numbers
{
    public static IReadOnlyList<string> Some(int count) =>
        [.. new SyntheticPeople(11).Take(count * 4).Select(person => person.DocumentNumber).Where(number => number.Length == 18).Distinct().Take(count)];

    /// <summary>The citizen number of somebody born on a day, written yyyyMMdd, with this order number of the day.</summary>
    public static string On(string birthDate, int order)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"120116{birthDate}{order:D3}");
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432"[body.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11];
    }
}
