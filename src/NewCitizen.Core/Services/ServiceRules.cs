using System.Globalization;
using NewCitizen.Errors;

namespace NewCitizen.Services;

/// <summary>Small checks that items, centres and cases share; each adds what is wrong to a list.</summary>
internal static class ServiceRules
{
    public const int MaxCode = 20;

    public static bool IsCode(string? text) =>
        text is { Length: >= 1 and <= MaxCode } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static bool IsText(string? text, int max) => text is not null && text.Trim().Length is > 0 && text.Length <= max && !text.Any(char.IsControl);

    public static void Code(string? text, string pointer, List<Issue> issues)
    {
        if (!IsCode(text))
        {
            issues.Add(new Issue(ServiceErrors.CodeInvalid, IssueLocation.At(pointer)));
        }
    }

    public static void Text(string? text, int max, string pointer, List<Issue> issues)
    {
        if (!IsText(text, max))
        {
            issues.Add(new Issue(ServiceErrors.TextInvalid, IssueLocation.At(pointer), [Number(max)]));
        }
    }

    public static void OptionalText(string? text, int max, string pointer, List<Issue> issues)
    {
        if (text is not null)
        {
            Text(text, max, pointer, issues);
        }
    }

    public static void Range(decimal? value, decimal from, decimal to, string pointer, List<Issue> issues)
    {
        if (value < from || value > to)
        {
            issues.Add(new Issue(ServiceErrors.NumberOutOfRange, IssueLocation.At(pointer), [Number(from), Number(to)]));
        }
    }

    public static void Count(int count, int max, string pointer, List<Issue> issues)
    {
        if (count > max)
        {
            issues.Add(new Issue(ServiceErrors.TooMany, IssueLocation.At(pointer), [Number(max)]));
        }
    }

    /// <summary>Refuses each repetition, at its own place.</summary>
    /// <param name="values">The list.</param>
    /// <param name="list">Pointer of the list.</param>
    /// <param name="member">What follows the index, such as <c>/code</c>.</param>
    /// <param name="issues">Takes what is wrong.</param>
    public static void Distinct<T>(IEnumerable<T> values, string list, string member, List<Issue> issues)
    {
        var seen = new HashSet<T>();
        var index = 0;
        foreach (var value in values)
        {
            if (!seen.Add(value))
            {
                issues.Add(new Issue(ServiceErrors.Twice, IssueLocation.At(At(list, index) + member)));
            }

            index++;
        }
    }

    public static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}/{index}");

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
