using System.Globalization;
using System.Text;

namespace NewCitizen.Benchmarks.Storage;

/// <summary>Contenders that take turns; the first of a group is its floor.</summary>
internal sealed class Contest
{
    private readonly List<(string Name, int Floor, Func<Task<Sample>> Run, List<Sample> Samples)> _contenders = [];

    /// <summary>Adds a contender.</summary>
    /// <param name="name">What the table calls it.</param>
    /// <param name="floor">Place of the contender it is compared with; its own for a floor.</param>
    /// <param name="run">One round.</param>
    /// <returns>Its place.</returns>
    public int Add(string name, int? floor, Func<Task<Sample>> run)
    {
        _contenders.Add((name, floor ?? _contenders.Count, run, []));
        return _contenders.Count - 1;
    }

    public async Task RunAsync(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in _contenders)
            {
                GC.Collect();
                contender.Samples.Add(await contender.Run());
            }
        }
    }

    /// <summary>Forgets the rounds so far, which warmed up.</summary>
    public void Forget() => _contenders.ForEach(contender => contender.Samples.Clear());

    /// <summary>A markdown table of medians; ratios are medians of each round's ratio.</summary>
    /// <param name="perItem">Whether an item's time is shown; otherwise how many there were a second.</param>
    public string Table(bool perItem)
    {
        var text = new StringBuilder();
        text.AppendLine(perItem ? "| Method | Median | Least | Ratio | Allocated |" : "| Method | People a second | Ratio | Processor a person | Ratio | Allocated a person | Peak memory |");
        text.AppendLine(perItem ? "|---|---:|---:|---:|---:|" : "|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, floor, _, samples) in _contenders)
        {
            var nanoseconds = Median(samples.Select(sample => sample.Nanoseconds));
            var ratio = Median(samples.Zip(_contenders[floor].Samples, (own, other) => own.Nanoseconds / other.Nanoseconds));
            var processor = Median(samples.Select(sample => sample.ProcessorNanoseconds));
            var processorRatio = Median(samples.Zip(_contenders[floor].Samples, (own, other) => own.ProcessorNanoseconds / other.ProcessorNanoseconds));
            var bytes = Median(samples.Select(sample => sample.Bytes));
            text.AppendLine(perItem
                ? string.Create(CultureInfo.InvariantCulture, $"| {name} | {nanoseconds / 1000:F1} µs | {samples.Min(sample => sample.Nanoseconds) / 1000:F1} µs | {ratio:F2} | {bytes:N0} B |")
                : string.Create(CultureInfo.InvariantCulture, $"| {name} | {1e9 / nanoseconds:N0} | {ratio:F2} | {processor / 1000:F0} µs | {processorRatio:F2} | {bytes:N0} B | {samples.Max(sample => sample.PeakMegabytes):F0} MB |"));
        }

        return text.ToString();
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
