using System.Globalization;

namespace NewCitizen.Errors;

/// <summary>
/// One entry of the error catalogue (错误码): a stable code with its text in Chinese and English.
/// A code never changes its meaning. Texts and arguments never carry personal values.
/// </summary>
/// <remarks>Instances are shared constants of the <c>…Errors</c> classes, so handing one out costs nothing. Thread-safe.</remarks>
public sealed class ErrorCode
{
    internal ErrorCode(int number, IssueSeverity severity, string chinese, string english)
    {
        Number = number;
        Value = string.Create(CultureInfo.InvariantCulture, $"NC{number:D4}");
        Severity = severity;
        Chinese = chinese;
        English = english;
    }

    /// <summary>The number alone, 1000 to 9999.</summary>
    public int Number { get; }

    /// <summary>The code as printed everywhere, such as <c>NC1203</c>.</summary>
    public string Value { get; }

    /// <summary>Whether the code refuses a record or only warns.</summary>
    public IssueSeverity Severity { get; }

    /// <summary>Chinese text; may hold composite-format places such as <c>{0}</c>.</summary>
    public string Chinese { get; }

    /// <summary>English text; may hold composite-format places such as <c>{0}</c>.</summary>
    public string English { get; }

    /// <summary>The text in the language of <paramref name="culture"/>: Chinese for <c>zh*</c>, English for all others.</summary>
    /// <param name="culture">The reader's culture; <see langword="null"/> means the current UI culture.</param>
    /// <param name="arguments">Values for the places in the text: limits, column names, counts. Never personal values.</param>
    public string Format(CultureInfo? culture, params IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        culture ??= CultureInfo.CurrentUICulture;
        var text = culture.TwoLetterISOLanguageName == "zh" ? Chinese : English;
        return arguments.Count == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, [.. arguments]);
    }

    /// <summary>The code, such as <c>NC1203</c>.</summary>
    public override string ToString() => Value;
}
