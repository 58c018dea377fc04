using System.Globalization;
using System.Text;

namespace NewCitizen.Exchange.Checking;

/// <summary>Where the check stands; becomes a JSON pointer only when something is wrong. Names come from the description, never from the input.</summary>
internal sealed class JsonPath
{
    // Descriptions are far less deep than this; a deeper one fails in the first test.
    private readonly (string? Name, int Index)[] _steps = new (string?, int)[32];
    private int _depth;

    public void Push(string name) => _steps[_depth++] = (name, 0);

    public void Push(int index) => _steps[_depth++] = (null, index);

    public void Pop() => _depth--;

    public void Clear() => _depth = 0;

    public string Pointer(string? member = null)
    {
        if (_depth == 0 && member is null)
        {
            return string.Empty;
        }

        var text = new StringBuilder(64);
        foreach (var (name, index) in _steps.AsSpan(0, _depth))
        {
            Append(text, name ?? index.ToString(CultureInfo.InvariantCulture));
        }

        return (member is null ? text : Append(text, member)).ToString();
    }

    private static StringBuilder Append(StringBuilder text, string step) =>
        text.Append('/').Append(step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
}
