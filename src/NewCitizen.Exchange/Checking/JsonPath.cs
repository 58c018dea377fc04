using System.Globalization;
using System.Text;

namespace NewCitizen.Exchange.Checking;

/// <summary>Where the check stands; becomes a JSON pointer only when something is wrong. Names come from the description, never from the input.</summary>
internal sealed class JsonPath
{
    private readonly List<(string? Name, int Index)> _steps = new(16);

    public int Depth => _steps.Count;

    public void Push(string name) => _steps.Add((name, 0));

    public void Push(int index) => _steps.Add((null, index));

    public void Pop() => _steps.RemoveAt(_steps.Count - 1);

    public void Clear() => _steps.Clear();

    public string Pointer(string? member = null)
    {
        if (_steps.Count == 0 && member is null)
        {
            return string.Empty;
        }

        var text = new StringBuilder(64);
        foreach (var (name, index) in _steps)
        {
            Append(text, name ?? index.ToString(CultureInfo.InvariantCulture));
        }

        return (member is null ? text : Append(text, member)).ToString();
    }

    private static StringBuilder Append(StringBuilder text, string step) =>
        text.Append('/').Append(step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
}
