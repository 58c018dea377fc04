using System.Globalization;
using System.Text;

namespace NewCitizen.People;

/// <summary>
/// Masks names by custom (姓名脱敏; no statute fixes it): one star for each hidden character as a reader counts them. Names in
/// Han characters keep the first and, from three characters on, the last; names in words keep the first letter of each.
/// </summary>
internal static class PersonNameMask
{
    public static string Mask(string name)
    {
        if (name.Length == 0)
        {
            return name;
        }

        if (!PersonNameNormaliser.HasHan(name))
        {
            // Three stars whatever the word: its length tells much of a foreign name.
            return string.Join(' ', name.Split(' ').Select(word => StringInfo.GetNextTextElement(word) + "***"));
        }

        var elements = new List<string>();
        for (var rest = name.AsSpan(); !rest.IsEmpty;)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            elements.Add(rest[..length].ToString());
            rest = rest[length..];
        }

        var masked = new StringBuilder(name.Length);
        for (var i = 0; i < elements.Count; i++)
        {
            var shown = elements.Count > 1 && (i == 0 || (i == elements.Count - 1 && i >= 2));
            masked.Append(shown || elements[i] is "·" or " " ? elements[i] : "*");
        }

        return masked.ToString();
    }
}
