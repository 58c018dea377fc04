using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Exchange.Rosters;
using Portal.Hosting;

namespace Portal.Imports;

/// <summary>
/// The one place of the portal that talks to the roster importer. Rosters wait in a private folder for the length of their import and
/// an hour of downloads, and are deleted at the next start at the latest.
/// </summary>
public sealed partial class RosterImportService(RosterImporter importer, PortalPaths paths, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<RosterImportService> log)
{
    private static readonly TimeSpan s_kept = TimeSpan.FromHours(1);

    private readonly string _root = Path.Combine(paths.Data, "imports");
    private readonly ConcurrentDictionary<string, RosterJob> _jobs = new(StringComparer.Ordinal);

    /// <summary>Deletes what an earlier run of the program left behind.</summary>
    public void Clear()
    {
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    /// <summary>Takes the upload into a file and starts the import.</summary>
    public async Task<RosterJob> StartAsync(AccessContext desk, Stream upload, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(upload);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var folder = Path.Combine(_root, id);
        PortalPaths.CreatePrivate(_root);
        PortalPaths.CreatePrivate(folder);
        var job = new RosterJob(id, desk.Agency, folder);
        await using (var file = File.Create(job.Roster))
        {
            await upload.CopyToAsync(file, cancellationToken);
        }

        _jobs[id] = job;
        var culture = CultureInfo.CurrentUICulture;

        // Goes on when the clerk closes the page; a stop of the program ends it, and running the roster again does the rest.
        _ = Task.Run(() => RunAsync(job, desk, culture, lifetime.ApplicationStopping), CancellationToken.None);
        return job;
    }

    /// <summary>The job, if it is the agency's own.</summary>
    public RosterJob? Find(AgencyId agency, string id) => _jobs.TryGetValue(id, out var job) && job.Agency == agency ? job : null;

    /// <summary>The first issues of a job.</summary>
    public static async Task<IReadOnlyList<Issue>> IssuesAsync(RosterJob job, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var issues = new List<Issue>();
        if (!File.Exists(job.IssuesForMachines))
        {
            return issues;
        }

        await using var stream = File.OpenRead(job.IssuesForMachines);
        await foreach (var issue in IssuesFileReader.ReadAsync(stream, cancellationToken))
        {
            issues.Add(issue);
            if (issues.Count == most)
            {
                break;
            }
        }

        return issues;
    }

    /// <summary>Writes the issues as CSV for a spreadsheet.</summary>
    public static async Task WriteIssuesAsync(RosterJob job, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        await using var stream = File.OpenRead(job.IssuesForMachines);
        await using var writer = new IssuesFileWriter(destination);
        await foreach (var issue in IssuesFileReader.ReadAsync(stream, cancellationToken))
        {
            await writer.WriteAsync(issue, cancellationToken);
        }
    }

    private async Task RunAsync(RosterJob job, AccessContext desk, CultureInfo culture, CancellationToken stopping)
    {
        RosterImportResult? result = null;
        try
        {
            await using var roster = File.OpenRead(job.Roster);
            await using var issues = File.Create(job.IssuesForMachines);
            await using var marked = File.Create(job.MarkedCopy);
            var import = new RosterImport { Source = roster, Issues = issues, IssuesFormat = IssuesFileFormat.Ndjson, MarkedCopy = marked, Culture = culture };
            result = await importer.ImportAsync(desk, import, new Progress<RosterProgress>(progress => job.Counts = progress.Counts), stopping);
        }
#pragma warning disable CA1031 // Whatever happens, the clerk's page must stop saying "running"; the log says what it was.
        catch (Exception exception)
        {
            LogFailed(exception.GetType().Name, job.Id);
        }
#pragma warning restore CA1031
        finally
        {
            job.Finish(result);
        }

        try
        {
            await Task.Delay(s_kept, time, stopping);
            _jobs.TryRemove(job.Id, out _);
            Directory.Delete(job.Folder, recursive: true);
        }
        catch (OperationCanceledException)
        {
            // The next start clears the folder.
        }
    }

    // The type only: a message could quote a cell.
    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Job} failed with {Exception}.")]
    private partial void LogFailed(string exception, string job);
}
