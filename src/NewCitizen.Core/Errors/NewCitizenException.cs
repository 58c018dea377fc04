using System.Globalization;

namespace NewCitizen.Errors;

/// <summary>Base of all exceptions of the SDK: always carries a code of the catalogue, never a personal value.</summary>
public class NewCitizenException : Exception
{
    /// <summary>Makes an exception for <paramref name="code"/>.</summary>
    /// <param name="code">The catalogue entry.</param>
    /// <param name="arguments">Values for its text. Never personal values.</param>
    public NewCitizenException(ErrorCode code, params IReadOnlyList<string> arguments)
        : this(code, inner: null, arguments)
    {
    }

    /// <summary>Makes an exception for <paramref name="code"/> that another one caused.</summary>
    public NewCitizenException(ErrorCode code, Exception? inner, params IReadOnlyList<string> arguments)
        : base(Text(code, arguments), inner)
    {
        Code = code;
        Arguments = arguments;
    }

    /// <summary>The catalogue entry.</summary>
    public ErrorCode Code { get; }

    /// <summary>Values for the text of <see cref="Code"/>.</summary>
    public IReadOnlyList<string> Arguments { get; }

    private static string Text(ErrorCode code, IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(code);
        return $"{code.Value}: {code.Format(CultureInfo.InvariantCulture, arguments)}";
    }
}
