using System.Globalization;
using System.Text.Json;
using NewCitizen.Errors;

namespace NewCitizen.Appointments.Credit;

/// <summary>
/// Reads rules of booking credit from a JSON file an office can write by hand (预约信用规则文件):
/// <c>{"name":"…","source":"…","rules":[{"code":"no-show","name":"…","event":"noShow","window":"calendarMonth","warnAt":1,"blockAt":2,"block":"endOfMonth"}]}</c>.
/// <c>event</c> is <c>booked</c>, <c>cancelled</c> or <c>noShow</c>; <c>window</c> is <c>day</c>, <c>calendarMonth</c> or <c>rollingDays</c> with
/// <c>windowDays</c>; <c>block</c> is <c>endOfMonth</c> or <c>days</c> with <c>blockDays</c>. An unknown member is refused: a misspelt one would
/// silently lose a rule.
/// </summary>
public static class CreditRuleReader
{
    private const int LargestFile = 1 << 20;
    private const int MostRules = 50;

    /// <summary>Reads and checks the rules.</summary>
    /// <param name="utf8Json">UTF-8, with or without a byte-order mark.</param>
    /// <param name="issues">Everything that is wrong, with JSON pointers: NC2380 to NC2387.</param>
    /// <returns>The rules, or <see langword="null"/> if there are issues. A file with an empty list gives rules that are not configured.</returns>
    public static BookingCreditRules? Read(ReadOnlySpan<byte> utf8Json, out IReadOnlyList<Issue> issues)
    {
        if (utf8Json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            utf8Json = utf8Json[3..];
        }

        CreditRulesData? data = null;
        try
        {
            data = utf8Json.Length > LargestFile ? null : JsonSerializer.Deserialize(utf8Json, CreditRulesJson.Default.CreditRulesData);
        }
        catch (JsonException exception)
        {
            issues = [new Issue(CreditErrors.Unreadable, new IssueLocation(Line: exception.LineNumber + 1))];
            return null;
        }

        if (data?.Rules is not { } stated || stated.Count > MostRules)
        {
            issues = [new Issue(CreditErrors.Unreadable)];
            return null;
        }

        var found = new List<Issue>();
        var rules = stated.Select((rule, i) => Rule(rule, string.Create(CultureInfo.InvariantCulture, $"/rules/{i}"), found)).ToList();
        foreach (var (rule, i) in rules.Select((rule, i) => (rule, i)).Where(entry => rules.FindIndex(other => other.Code == entry.rule.Code) < entry.i))
        {
            found.Add(new Issue(CreditErrors.CodeTwice, IssueLocation.At(string.Create(CultureInfo.InvariantCulture, $"/rules/{i}/code")), [rule.Code]));
        }

        issues = found;
        return found.Count > 0 ? null : new BookingCreditRules(data.Name, data.Source, rules);
    }

    /// <summary>Reads and checks a file, for a host that starts.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="NewCitizenException">NC2380 to NC2387: the first thing that is wrong.</exception>
    public static BookingCreditRules ReadFile(string path) =>
        Read(File.ReadAllBytes(path), out var issues) ?? throw new NewCitizenException(issues[0].Code, issues[0].Arguments);

    private static CreditRule Rule(CreditRuleData? data, string place, List<Issue> found)
    {
        data ??= new CreditRuleData();
        void Wrong(ErrorCode code, string member, params IReadOnlyList<string> arguments) => found.Add(new Issue(code, IssueLocation.At($"{place}/{member}"), arguments));
        int? Number(int? value, string member, int most)
        {
            if (value is < 1 || value > most)
            {
                Wrong(CreditErrors.NumberOutOfRange, member, "1", most.ToString(CultureInfo.InvariantCulture));
            }

            return value;
        }

        var code = data.Code ?? string.Empty;
        if (code.Length is 0 or > 40 || !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            Wrong(CreditErrors.CodeInvalid, "code");
        }

        if (string.IsNullOrWhiteSpace(data.Name) || data.Name.Length > 60)
        {
            Wrong(CreditErrors.NameInvalid, "name");
        }

        BookingEventKind? kind = data.Event switch { "booked" => BookingEventKind.Booked, "cancelled" => BookingEventKind.Cancelled, "noShow" => BookingEventKind.NoShow, _ => null };
        CreditWindow? window = data.Window switch { "day" => CreditWindow.Day, "calendarMonth" => CreditWindow.CalendarMonth, "rollingDays" => CreditWindow.RollingDays, _ => null };
        if (kind is null)
        {
            Wrong(CreditErrors.UnknownWord, "event");
        }

        if (window is null || (window == CreditWindow.RollingDays) != (data.WindowDays is not null))
        {
            Wrong(CreditErrors.UnknownWord, window is null ? "window" : "windowDays");
        }

        if (data.WarnAt is null && data.BlockAt is null)
        {
            Wrong(CreditErrors.NoConsequence, "blockAt");
        }

        var blockFits = data.Block switch { "endOfMonth" => data.BlockDays is null, "days" => data.BlockDays is not null, null => data.BlockDays is null, _ => false };
        if (!blockFits || (data.Block is null) != (data.BlockAt is null))
        {
            Wrong(CreditErrors.BlockUnclear, "block");
        }

        return new CreditRule(
            code,
            data.Name ?? string.Empty,
            data.EnglishName,
            kind ?? BookingEventKind.Booked,
            window ?? CreditWindow.Day,
            Number(data.WindowDays, "windowDays", 366),
            data.PerItem,
            Number(data.WarnAt, "warnAt", 999),
            Number(data.BlockAt, "blockAt", 999),
            Number(data.BlockDays, "blockDays", 366));
    }
}
