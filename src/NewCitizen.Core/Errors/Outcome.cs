using System.Diagnostics.CodeAnalysis;

namespace NewCitizen.Errors;

/// <summary>
/// What became of a request: a value, or the errors that refused it; warnings may come with both. Refusals a caller must
/// expect are values, not exceptions.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Outcome<T>
    where T : class
{
    private Outcome(T? value, IReadOnlyList<Issue> issues)
    {
        Value = value;
        Issues = issues;
    }

    /// <summary>The value; null when refused.</summary>
    public T? Value { get; }

    /// <summary>Errors and warnings; no error when there is a value.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>The value, for callers that treat a refusal as a defect.</summary>
    /// <exception cref="NewCitizenException">It was refused; carries the first error.</exception>
    public T Require() => Value ?? throw new NewCitizenException(FirstError.Code, FirstError.Arguments);

    /// <summary>The first error of a refusal.</summary>
    /// <exception cref="InvalidOperationException">It was not refused.</exception>
    public Issue FirstError => Issues.FirstOrDefault(issue => issue.IsError) ?? throw new InvalidOperationException("The outcome has a value.");

    /// <summary>A request that was done.</summary>
    /// <param name="value">What came of it.</param>
    /// <param name="warnings">What deserves a look; null for nothing.</param>
    public static Outcome<T> Done(T value, IReadOnlyList<Issue>? warnings = null) => new(value, warnings ?? []);

    /// <summary>A request that was refused.</summary>
    /// <exception cref="ArgumentException">None of the issues is an error.</exception>
    public static Outcome<T> Refused(IReadOnlyList<Issue> issues) =>
        issues.Any(issue => issue.IsError) ? new(null, issues) : throw new ArgumentException("A refusal needs an error.", nameof(issues));

    /// <summary>A request that was refused for one reason.</summary>
    /// <param name="code">The reason, of severity error.</param>
    /// <param name="arguments">Values for its text. Never personal values.</param>
    public static Outcome<T> Refused(ErrorCode code, params IReadOnlyList<string> arguments) => Refused([new Issue(code, default, arguments)]);
}
