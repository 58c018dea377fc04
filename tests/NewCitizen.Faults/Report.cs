using System.Globalization;
using System.Text;
using NewCitizen.Faults.Checking;
using NewCitizen.Faults.Drills;

namespace NewCitizen.Faults;

/// <summary>Writes the table of drills.</summary>
internal static class Report
{
    public static string Write(IReadOnlyList<Outcome> outcomes, string machine)
    {
        var text = new StringBuilder();
        text.Append(null, $"{machine}\n\n| Fault | Store | Times | Acknowledged | Lost | Doubled | Gaps | Overbooked | Longest outage |\n|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var outcome in outcomes)
        {
            Line(text, outcome.Note.Length == 0 ? outcome.Fault : $"{outcome.Fault} ({outcome.Note})", outcome.Store, outcome.Times, outcome.Verdict);
        }

        var ran = outcomes.Where(outcome => outcome.Verdict is not null).ToList();
        if (ran.Count > 0)
        {
            Line(text, "**all**", string.Empty, ran.Sum(outcome => outcome.Times), ran.Select(outcome => outcome.Verdict!).Aggregate((a, b) => a + b));
            text.Append(CultureInfo.InvariantCulture, $"\n{ran.Sum(outcome => outcome.Verdict!.Full):N0} more requests were refused because no seat was left, as they must be.\n");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string fault, string store, int times, Verdict? verdict)
    {
        if (verdict is null)
        {
            text.Append(null, $"| {fault} | {store} | | | | | | | |\n");
            return;
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"| {fault} | {store} | {times} | {verdict.Acknowledged:N0} | {verdict.Lost} | {verdict.Doubled} | {verdict.Gaps} | {verdict.Overbooked} | {verdict.Outage.TotalSeconds:F1} s |\n");
    }
}
