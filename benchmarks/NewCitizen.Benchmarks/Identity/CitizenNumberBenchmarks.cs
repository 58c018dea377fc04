using System.Text;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using NewCitizen.Identity;
using NodaTime;

namespace NewCitizen.Benchmarks.Identity;

/// <summary>Citizen numbers of the mixed corpus, one million different ones; times and allocations are for one number.</summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public partial class CitizenNumberBenchmarks
{
    private const int Count = 1_000_000;

    private static readonly LocalDate s_asOf = new(2026, 11, 22);

    private string[] _texts = [];
    private byte[][] _utf8 = [];

    [GlobalSetup]
    public void Setup()
    {
        _texts = MixedNumbers.Make(Count);
        _utf8 = [.. _texts.Select(Encoding.UTF8.GetBytes)];

        // Prove before measuring: the parser and the floor agree on every number.
        foreach (var text in _texts)
        {
            if (CitizenNumber.TryParse(text, s_asOf, out _, out _) != SpanLoop.IsValid(text, 20261122))
            {
                throw new InvalidOperationException("The parser and the span loop disagree.");
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "span loop (floor, yes or no)")]
    public int Floor()
    {
        var valid = 0;
        foreach (var text in _texts)
        {
            valid += SpanLoop.IsValid(text, 20261122) ? 1 : 0;
        }

        return valid;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "CitizenNumber.TryParse, with date and reason")]
    public int WithDate()
    {
        var valid = 0;
        foreach (var text in _texts)
        {
            valid += CitizenNumber.TryParse(text, s_asOf, out _, out _) ? 1 : 0;
        }

        return valid;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "CitizenNumber.TryParse, system clock")]
    public int WithClock()
    {
        var valid = 0;
        foreach (var text in _texts)
        {
            valid += CitizenNumber.TryParse(text, out _, out _) ? 1 : 0;
        }

        return valid;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "CitizenNumber.TryParse, UTF-8")]
    public int Utf8()
    {
        var valid = 0;
        foreach (var text in _utf8)
        {
            valid += CitizenNumber.TryParse(text, s_asOf, out _, out _) ? 1 : 0;
        }

        return valid;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "generated regex (no check digit, no calendar: wrong answers)")]
    public int GeneratedRegex()
    {
        var valid = 0;
        foreach (var text in _texts)
        {
            valid += Common().IsMatch(text) ? 1 : 0;
        }

        return valid;
    }

#pragma warning disable MA0009 // every part has a fixed length: nothing to backtrack into
    // The pattern in common use, made fit for ASCII digits only.
    [GeneratedRegex(@"^[1-9][0-9]{5}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Common();
#pragma warning restore MA0009
}
