using System.Globalization;

namespace NewCitizen.Errors;

/// <summary>A block of code numbers that belongs to one feature; refuses a number outside it or given twice.</summary>
internal sealed class ErrorFamily(int first, int last)
{
    private readonly List<ErrorCode> _codes = [];

    public IReadOnlyList<ErrorCode> Codes => _codes;

    public ErrorCode Error(int number, string chinese, string english) => Add(number, IssueSeverity.Error, chinese, english);

    public ErrorCode Warning(int number, string chinese, string english) => Add(number, IssueSeverity.Warning, chinese, english);

    private ErrorCode Add(int number, IssueSeverity severity, string chinese, string english)
    {
        if (number < first || number > last || _codes.Exists(code => code.Number == number))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"NC{number} is outside {first}–{last} or given twice."));
        }

        var code = new ErrorCode(number, severity, chinese, english);
        _codes.Add(code);
        return code;
    }
}
