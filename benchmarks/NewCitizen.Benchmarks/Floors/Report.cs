using System.Globalization;
using System.Text;

namespace NewCitizen.Benchmarks.Floors;

/// <summary>Writes the figures as Markdown.</summary>
internal static class Report
{
    private const string Kernel = "kernel";
    private const string Managers = "managers";

    public static string Write(IReadOnlyList<Figure> figures, string machine)
    {
        var text = new StringBuilder();
        text.Append(null, $"{machine}\n\n");
        text.Append("Bars of the issue:\n\n| Bar | Wanted | Measured | |\n|---|---:|---:|---|\n");
        foreach (var (bar, wanted, measured, met) in Bars.Of(figures))
        {
            text.Append(null, $"| {bar} | {wanted} | {measured} | {(met ? "met" : "**missed**")} |\n");
        }

        foreach (var engine in figures.GroupBy(figure => figure.Engine))
        {
            text.Append(null, $"\n### {engine.Key}\n\n");
            text.Append("| Row | By | A second | Slowest to fastest round | × raw | × EF Core | Allocated | Peak memory |\n|---|---|---:|---:|---:|---:|---:|---:|\n");
            foreach (var row in engine.Where(figure => !figure.Row.StartsWith("Scale", StringComparison.Ordinal)).GroupBy(figure => figure.Row))
            {
                var all = row.ToList();
                var peer = all.Find(figure => figure.Contender == Race.Peer);
                foreach (var figure in all)
                {
                    text.Append(CultureInfo.InvariantCulture, $"| {(figure == all[0] ? row.Key : string.Empty)} | {figure.Contender} | {figure.PerSecond:N0} | {figure.Rounds.Min():N0}–{figure.Rounds.Max():N0} | ");
                    text.Append(CultureInfo.InvariantCulture, $"{figure.Of(all[0]):F2} | {(peer is null ? "" : figure.Of(peer).ToString("F1", CultureInfo.InvariantCulture))} | {figure.Bytes:N0} B | {Peak(figure)} |\n");
                }
            }

            Scale(text, [.. engine.Where(figure => figure.Row.StartsWith("Scale", StringComparison.Ordinal))]);
        }

        return text.ToString();
    }

    private static void Scale(StringBuilder text, List<Figure> figures)
    {
        if (figures.Count == 0)
        {
            return;
        }

        text.Append("\n| 150,000 against 1,500,000 residents, typed store and managers | 150,000: a second | 1,500,000: a second | Slower by |\n|---|---:|---:|---:|\n");
        foreach (var row in figures.GroupBy(figure => figure.Row).Where(row => row.Count() == 2))
        {
            var (small, large) = (row.First(), row.Last());
            text.Append(CultureInfo.InvariantCulture, $"| {row.Key["Scale: ".Length..]} | {small.PerSecond:N0} | {large.PerSecond:N0} | {small.Of(large):F2} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nPeak memory of the process with both stores open: {figures.Max(figure => figure.PeakMegabytes):F0} MB.\n");
    }

    private static string Peak(Figure figure) => figure.PeakMegabytes == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{figure.PeakMegabytes:F0} MB");

    /// <summary>What the issue asks for.</summary>
    private static class Bars
    {
        public static IEnumerable<(string Bar, string Wanted, string Measured, bool Met)> Of(IReadOnlyList<Figure> figures)
        {
            foreach (var engine in figures.Select(figure => figure.Engine).Distinct())
            {
                var own = figures.Where(figure => figure.Engine == engine).ToList();
                var sqlite = engine.StartsWith("SQLite", StringComparison.Ordinal);
                foreach (var row in own.Where(figure => figure.Row.StartsWith("Point", StringComparison.Ordinal) || figure.Row.StartsWith("Keyset", StringComparison.Ordinal)).GroupBy(figure => figure.Row))
                {
                    yield return AtLeast($"{engine}: {row.Key}, managers × raw", sqlite ? 0.5 : 0.7, Ratio(row, Managers, "raw SQL"));
                }

                foreach (var row in own.Where(figure => !sqlite && figure.Row.StartsWith("Booking", StringComparison.Ordinal)).GroupBy(figure => figure.Row))
                {
                    yield return AtLeast($"{engine}: {row.Key}, kernel × raw one-statement", 0.8, Ratio(row, Kernel, "raw SQL"));
                }

                foreach (var row in own.Where(figure => figure.Row.EndsWith("64 clients", StringComparison.Ordinal)).GroupBy(figure => figure.Row))
                {
                    yield return AtLeast($"{engine}: {row.Key}, FULL × NORMAL", 0.8, Ratio(row, "kernel, group commit, FULL", "kernel, group commit, NORMAL (no setting of the product)"));
                }

                foreach (var row in own.Where(figure => figure.Row.StartsWith("Load", StringComparison.Ordinal)).GroupBy(figure => figure.Row))
                {
                    yield return AtLeast($"{engine}: {row.Key}, kernel × {(sqlite ? "prepared insert" : "COPY")}", sqlite ? 0.6 : 0.75, Ratio(row, "kernel, same columns", "raw SQL"));
                    yield return AtLeast($"{engine}: {row.Key}, kernel × EF Core", 3, Ratio(row, "kernel, same columns", Race.Peer));
                    yield return AtLeast($"{engine}: {row.Key}, whole files × EF Core", 3, Ratio(row, "typed store, whole files", Race.Peer));
                }

                foreach (var row in own.Where(figure => figure.Row.StartsWith("Point", StringComparison.Ordinal)).GroupBy(figure => figure.Row))
                {
                    yield return AtLeast($"{engine}: {row.Key}, managers × EF Core", 3, Ratio(row, Managers, Race.Peer));
                }

                foreach (var row in own.Where(figure => figure.Row.StartsWith("Scale", StringComparison.Ordinal)).GroupBy(figure => figure.Row).Where(row => row.Count() == 2))
                {
                    var slower = row.First().Of(row.Last());
                    yield return ($"{engine}: {row.Key["Scale: ".Length..]}, 1,500,000 against 150,000, slower by", "≤ 1.5", slower.ToString("F2", CultureInfo.InvariantCulture), slower <= 1.5);
                }

                if (own.Find(figure => figure.Row == "Scale: memory") is { } memory)
                {
                    yield return ($"{engine}: peak memory with 1,500,000 residents", "≤ 300 MB", memory.PeakMegabytes.ToString("F0", CultureInfo.InvariantCulture) + " MB", memory.PeakMegabytes <= 300);
                }
            }
        }

        private static double Ratio(IEnumerable<Figure> row, string contender, string other) =>
            row.First(figure => figure.Contender == contender).Of(row.First(figure => figure.Contender == other));

        private static (string Bar, string Wanted, string Measured, bool Met) AtLeast(string bar, double wanted, double measured) =>
            (bar, string.Create(CultureInfo.InvariantCulture, $"≥ {wanted}"), measured.ToString("F2", CultureInfo.InvariantCulture), measured >= wanted);
    }
}
