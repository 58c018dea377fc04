using System.Globalization;
using System.Text;

namespace NewCitizen.Divisions;

/// <summary>Reads the tables that travel inside the assembly; <c>eng/data/divisions</c> makes them.</summary>
internal static class DivisionTableReader
{
    public static Division[] ReadDivisions()
    {
        var rows = new List<Division>(9_000);
        foreach (var cells in Lines("divisions"))
        {
            var ended = Cell(cells, 3);
            var codes = Cell(cells, 4);
            rows.Add(new Division(
                DivisionCode.Parse(cells[0]),
                cells[1],
                Year(Cell(cells, 2)),
                Year(ended),
                isAbolished: ended.Length > 0,
                isGrouping: Cell(cells, 5).Length > 0,
                codes.Length == 0 ? [] : [.. codes.Split(',').Select(code => DivisionCode.Parse(code))]));
        }

        return [.. rows];
    }

    public static Township[] ReadTownships() =>
        [.. Lines("townships").Select(cells => new Township(StatisticalDivisionCode.Parse(cells[0]), cells[1], Cell(cells, 2) is { Length: > 0 } name ? name : null))];

    private static string Cell(string[] cells, int index) => index < cells.Length ? cells[index] : string.Empty;

    // "?" says that it ended in a year nobody told.
    private static int? Year(string text) => text.Length == 4 ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<string[]> Lines(string name)
    {
        using var stream = typeof(DivisionTableReader).Assembly.GetManifestResourceStream($"NewCitizen.Divisions.{name}.tsv")
            ?? throw new InvalidOperationException($"The table {name} is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }
}
