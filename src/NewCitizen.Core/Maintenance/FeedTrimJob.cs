using System.Globalization;
using Microsoft.Extensions.Options;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Maintenance;

/// <summary>
/// Trims the change feed by age. Its entries bear no time, so each day's run leaves a mark, the position of its own commit; what lies before
/// a mark that is old enough goes, but never what a registered reader has not handled.
/// </summary>
internal sealed class FeedTrimJob(IStoreMaintenance maintenance, IEnumerable<IChangeFeedReader> readers, IOptions<MaintenanceOptions> options, IClock clock) : IMaintenanceJob
{
    private const int MaxMarks = 4000;

    public string Name => "feed-trim";

    public async ValueTask<bool> RunAsync(JobStep step, CancellationToken cancellationToken)
    {
        if (options.Value.Changes is not { } period)
        {
            step.Warnings.Add(new Issue(JobErrors.NotConfigured, default, [Name]));
            step.Set("not_configured", 1);
            return true;
        }

        var today = ShanghaiTime.Today(clock);
        var firstKept = KeepingPeriod.FirstKept(Name, period, today);
        var here = await step.SaveAsync(cancellationToken).ConfigureAwait(false);
        var marks = Read(step.Cursor);
        if (marks.Exists(mark => mark.Position > here))
        {
            // The records came from another store, whose positions mean nothing in this one.
            marks.Clear();
        }

        var old = marks.Where(mark => mark.Day < firstKept).ToList();
        var held = 0;
        if (old.Count > 0)
        {
            var upTo = old.Max(mark => mark.Position);
            foreach (var reader in readers)
            {
                var handled = await reader.ReadHandledAsync(cancellationToken).ConfigureAwait(false);
                if (handled < upTo)
                {
                    upTo = handled;
                    held++;
                }
            }

            if (upTo > FeedPosition.Start)
            {
                await maintenance.TrimChangesAsync(upTo, cancellationToken).ConfigureAwait(false);
            }

            // The newest old mark stays while somebody holds it back.
            marks.RemoveAll(mark => mark.Position <= upTo || (mark.Day < firstKept && mark != old[^1]));
            step.Set("trimmed", upTo > FeedPosition.Start ? 1 : 0);
        }

        step.Set("readers_behind", held);
        if (!marks.Exists(mark => mark.Day == today))
        {
            marks.Add((today, here));
        }

        step.Set("marks", marks.Count);
        step.Cursor = Write(marks.TakeLast(MaxMarks));
        return true;
    }

    private static List<(LocalDate Day, FeedPosition Position)> Read(string? text)
    {
        var marks = new List<(LocalDate, FeedPosition)>();
        foreach (var mark in (text ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = mark.Split('=', '.');
            marks.Add((
                LocalDatePattern.Iso.Parse(parts[0]).GetValueOrThrow(),
                new FeedPosition(long.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture))));
        }

        return marks;
    }

    private static string Write(IEnumerable<(LocalDate Day, FeedPosition Position)> marks) =>
        string.Join(';', marks.Select(mark => $"{LocalDatePattern.Iso.Format(mark.Day)}={mark.Position}"));
}
