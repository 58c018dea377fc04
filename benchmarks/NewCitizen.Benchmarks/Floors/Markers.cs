namespace NewCitizen.Benchmarks.Floors;

/// <summary>Replaces a part of a Markdown file between two comments.</summary>
internal static class Markers
{
    /// <exception cref="InvalidOperationException">The file has no such part.</exception>
    public static void Replace(string file, string name, string text)
    {
        var (begin, end) = ($"<!-- {name}: begin, written by a script -->", $"<!-- {name}: end -->");
        var whole = File.ReadAllText(file);
        var (from, to) = (whole.IndexOf(begin, StringComparison.Ordinal), whole.IndexOf(end, StringComparison.Ordinal));
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{file} has no part '{name}'.");
        }

        File.WriteAllText(file, $"{whole[..(from + begin.Length)]}\n\n{text.TrimEnd()}\n\n{whole[to..]}");
    }
}
