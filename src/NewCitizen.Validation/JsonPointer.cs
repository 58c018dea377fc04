using System.Text;

namespace NewCitizen.Validation;

/// <summary>Turns property paths into JSON pointers with camel-case names: <c>Document.Number</c> is <c>/document/number</c>, <c>Beds[0]</c> is <c>/beds/0</c>.</summary>
internal static class JsonPointer
{
    public static string Of(string? path)
    {
        if (string.IsNullOrEmpty(path)) return string.Empty;
        var pointer = new StringBuilder(path.Length + 1).Append('/');
        var atStart = true;
        foreach (var c in path)
        {
            switch (c)
            {
                case '.' or '[':
                    pointer.Append('/');
                    atStart = true;
                    break;
                case ']':
                    break;
                default:
                    pointer.Append(atStart ? char.ToLowerInvariant(c) : c);
                    atStart = false;
                    break;
            }
        }

        return pointer.ToString();
    }
}
