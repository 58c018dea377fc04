using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>What a setup must keep.</summary>
internal static class QueueSetupRules
{
    private const int MaxName = 60;

    public static IReadOnlyList<Issue> Check(QueueSetup setup)
    {
        var issues = new List<Issue>();
        Require(setup.Groups.Count is >= 1 and <= 50, QueueErrors.NumberOutOfRange, "/groups", "1", "50");
        for (var i = 0; i < setup.Groups.Count; i++)
        {
            var group = setup.Groups[i];
            Require(group.Prefix is { Length: >= 1 and <= 3 } && group.Prefix.All(char.IsAsciiLetterUpper), QueueErrors.TextInvalid, $"/groups/{i}/prefix", "A–Z, 1–3");
            Require(IsName(group.Name), QueueErrors.TextInvalid, $"/groups/{i}/name", $"1–{MaxName}");
            Require(group.EnglishName is null || IsName(group.EnglishName), QueueErrors.TextInvalid, $"/groups/{i}/englishName", $"1–{MaxName}");
        }

        for (var i = 0; i < setup.PriorityClasses.Count; i++)
        {
            var priority = setup.PriorityClasses[i];
            var fits = priority.Code is { Length: >= 1 and <= 20 } && priority.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
            Require(fits, QueueErrors.TextInvalid, $"/priorityClasses/{i}/code", "a–z, 0–9, -, 1–20");
            Require(IsName(priority.Name), QueueErrors.TextInvalid, $"/priorityClasses/{i}/name", $"1–{MaxName}");
        }

        if (Twice(setup.Groups.Select(group => group.Prefix)) is { } prefix) issues.Add(new(QueueErrors.CodeTwice, IssueLocation.At("/groups"), [prefix]));
        if (Twice(setup.PriorityClasses.Select(priority => priority.Code)) is { } code) issues.Add(new(QueueErrors.CodeTwice, IssueLocation.At("/priorityClasses"), [code]));
        var items = setup.Groups.SelectMany(group => group.Items).ToList();
        Require(items.Count == items.Distinct().Count(), QueueErrors.ItemTwice, "/groups");
        Require(setup.MostOvertakes is >= 0 and <= 100, QueueErrors.NumberOutOfRange, "/mostOvertakes", "0", "100");
        RequireMinutes(setup.LongestWait, 1, 480, "/longestWait");
        RequireMinutes(setup.EarlyCall, 0, 120, "/earlyCall");
        RequireMinutes(setup.NoShowAfter ?? Duration.Zero, 0, 60, "/noShowAfter");
        Require(setup.MostRecalls is null or (>= 0 and <= 20), QueueErrors.NumberOutOfRange, "/mostRecalls", "0", "20");
        RequireMinutes(setup.TicketsBefore, 0, 240, "/ticketsBefore");
        RequireMinutes(setup.LastTicketBefore, 0, 240, "/lastTicketBefore");
        return issues;

        void Require(bool holds, ErrorCode code, string place, params string[] arguments)
        {
            if (!holds) issues.Add(new(code, IssueLocation.At(place), arguments));
        }

        void RequireMinutes(Duration value, int least, int most, string place) =>
            Require(value >= Duration.FromMinutes(least) && value <= Duration.FromMinutes(most), QueueErrors.NumberOutOfRange, place, $"{least}", $"{most}");
    }

    private static bool IsName(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MaxName;

    private static string? Twice(IEnumerable<string> codes) => codes.GroupBy(code => code, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
}
