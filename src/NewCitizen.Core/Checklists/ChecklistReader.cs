using System.Globalization;
using System.Text.Json;
using NewCitizen.Errors;
using NewCitizen.Services;

namespace NewCitizen.Checklists;

/// <summary>
/// Reads checklists from a JSON file an office can write by hand (清单文件):
/// <c>{"notes":["…"],"checklists":[{"code":"six-ones","name":"…","englishName":"…","source":"…","subject":"person","items":[{"code":"visit","name":"…","hint":"…"}]}]}</c>.
/// <c>subject</c> is <c>person</c> or <c>home</c>. An unknown member is refused: a misspelt one would silently lose an item.
/// </summary>
public static class ChecklistReader
{
    private const int LargestFile = 1 << 20;
    private const int MostLists = 50;
    private const int MostItems = 100;
    private const int MaxName = 60;
    private const int MaxText = 200;

    /// <summary>Reads and checks the lists.</summary>
    /// <param name="utf8Json">UTF-8, with or without a byte-order mark.</param>
    /// <param name="issues">Everything that is wrong, with JSON pointers: NC2850 to NC2855.</param>
    /// <returns>The lists, or <see langword="null"/> if there are issues.</returns>
    public static ChecklistTemplates? Read(ReadOnlySpan<byte> utf8Json, out IReadOnlyList<Issue> issues)
    {
        if (utf8Json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            utf8Json = utf8Json[3..];
        }

        ChecklistData? data = null;
        try
        {
            data = utf8Json.Length > LargestFile ? null : JsonSerializer.Deserialize(utf8Json, ChecklistJson.Default.ChecklistData);
        }
        catch (JsonException exception)
        {
            issues = [new Issue(ChecklistErrors.Unreadable, new IssueLocation(Line: exception.LineNumber + 1))];
            return null;
        }

        if (data?.Checklists is not { } stated || stated.Count > MostLists || stated.Any(list => list?.Items?.Count > MostItems))
        {
            issues = [new Issue(ChecklistErrors.Unreadable)];
            return null;
        }

        var found = new List<Issue>();
        var templates = stated.Select((list, i) => Template(list ?? new(), string.Create(CultureInfo.InvariantCulture, $"/checklists/{i}"), found)).ToList();
        Twice(templates.ConvertAll(template => template.Code), "/checklists", found);
        issues = found;
        return found.Count > 0 ? null : new ChecklistTemplates(templates);
    }

    /// <summary>Reads and checks a file, for a host that starts.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="NewCitizenException">NC2850 to NC2855: the first thing that is wrong.</exception>
    public static ChecklistTemplates ReadFile(string path) =>
        Read(File.ReadAllBytes(path), out var issues) ?? throw new NewCitizenException(issues[0].Code, issues[0].Arguments);

    private static ChecklistTemplate Template(ChecklistData.Template data, string place, List<Issue> found)
    {
        Code(data.Code, place, found);
        Name(data.Name, place, found);
        Text(data.EnglishName, MaxName, place + "/englishName", found);
        Text(data.Source, MaxText, place + "/source", found);
        ChecklistSubject? subject = data.Subject switch { "person" => ChecklistSubject.Person, "home" => ChecklistSubject.Home, _ => null };
        if (subject is null)
        {
            found.Add(new Issue(ChecklistErrors.SubjectUnknown, IssueLocation.At(place + "/subject")));
        }

        if (data.Items is not { Count: > 0 })
        {
            found.Add(new Issue(ChecklistErrors.NoItems, IssueLocation.At(place + "/items")));
        }

        var items = (data.Items ?? []).Select((item, i) => Item(item ?? new(), string.Create(CultureInfo.InvariantCulture, $"{place}/items/{i}"), found)).ToList();
        Twice(items.ConvertAll(item => item.Code), place + "/items", found);
        return new(data.Code ?? string.Empty, data.Name ?? string.Empty, data.EnglishName, data.Source, subject ?? default, items);
    }

    private static ChecklistItem Item(ChecklistData.Item data, string place, List<Issue> found)
    {
        Code(data.Code, place, found);
        Name(data.Name, place, found);
        Text(data.EnglishName, MaxName, place + "/englishName", found);
        Text(data.Hint, MaxText, place + "/hint", found);
        return new(data.Code ?? string.Empty, data.Name ?? string.Empty, data.EnglishName, data.Hint);
    }

    private static void Code(string? code, string place, List<Issue> found)
    {
        if (code is not { Length: >= 1 and <= 40 } || !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            found.Add(new Issue(ChecklistErrors.CodeInvalid, IssueLocation.At(place + "/code")));
        }
    }

    private static void Name(string? name, string place, List<Issue> found) => Text(name ?? string.Empty, MaxName, place + "/name", found);

    private static void Text(string? text, int most, string place, List<Issue> found)
    {
        if (text is not null && !ServiceRules.IsText(text, most))
        {
            found.Add(new Issue(ChecklistErrors.TextInvalid, IssueLocation.At(place), [most.ToString(CultureInfo.InvariantCulture)]));
        }
    }

    private static void Twice(List<string> codes, string place, List<Issue> found)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes[i].Length is > 0 and <= 40 && codes.IndexOf(codes[i]) < i)
            {
                found.Add(new Issue(ChecklistErrors.CodeTwice, IssueLocation.At(string.Create(CultureInfo.InvariantCulture, $"{place}/{i}/code")), [codes[i]]));
            }
        }
    }
}
