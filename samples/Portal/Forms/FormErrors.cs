using NewCitizen.Errors;

namespace Portal.Forms;

/// <summary>What is wrong with a form: one wording for the summary on top and the message at the field.</summary>
public sealed class FormErrors
{
    private readonly List<(string Field, string Message, string Code)> _entries = [];

    public bool Any => _entries.Count > 0;

    public IReadOnlyList<(string Field, string Message, string Code)> Entries => _entries;

    public void Add(string field, string message, string code = "") => _entries.Add((field, message, code));

    public string? For(string field) => _entries.Where(entry => entry.Field == field).Select(entry => entry.Message).FirstOrDefault();

    /// <summary>Takes the issues of a manager over; pointers without a field of this form go to <paramref name="otherwise"/>.</summary>
    public void Take(IEnumerable<Issue> issues, IReadOnlyDictionary<string, string> fieldByPointer, string otherwise)
    {
        foreach (var issue in issues.Where(issue => issue.IsError))
        {
            var field = issue.Location.Pointer is { } pointer && fieldByPointer.TryGetValue(pointer, out var known) ? known : otherwise;
            Add(field, Sentence(issue.Message()), issue.Code.Value);
        }
    }

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
