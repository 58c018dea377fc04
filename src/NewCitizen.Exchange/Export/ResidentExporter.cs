using System.Security.Cryptography;
using System.Text.Json;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Exchange.Checking;
using NewCitizen.Exchange.Schemas;
using NewCitizen.Exchange.V1;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Exchange.Export;

/// <summary>
/// Writes all residents of an agency and their stays as NDJSON with schemas and a manifest (导出新市民数据). Streams page by page, so memory
/// does not grow with the store. Thread-safe.
/// </summary>
/// <remarks>
/// Everything is written to a directory of another name beside the target, which gets its name when it is whole: an export that was
/// stopped leaves the target untouched. A merged file is exported as a <c>merge</c> line that names the file it went into, so that a
/// receiver can close its own copy; its facts and stays come with that file. Every line is checked against the schema before it is
/// written; a record the schema refuses is left out, counted, and told in <c>issues.ndjson</c>.
/// </remarks>
public sealed class ResidentExporter
{
    /// <summary>Name of the manifest.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>Name of the file with the records left out; it is there only if there are any.</summary>
    public const string IssuesName = "issues.ndjson";

    private readonly ResidentManager _residents;
    private readonly AddressManager _addresses;
    private readonly IClock _clock;

    /// <summary>Usually made by the container.</summary>
    public ResidentExporter(ResidentManager residents, AddressManager addresses, IClock clock)
    {
        _residents = residents;
        _addresses = addresses;
        _clock = clock;
    }

    /// <summary>Exports the agency of the context. Leaves an audit entry with the purpose for each page before it is written.</summary>
    /// <param name="context">Agency and account, with a purpose.</param>
    /// <param name="directory">Target; must not exist, be empty, or, with <see cref="ExportOptions.Replace"/>, hold an earlier export.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Stops; nothing is left behind.</param>
    /// <returns>Counts; refused with NC3200 without a purpose, NC5060 or NC5061 if the target cannot be used, NC5062 if a stay has no address.</returns>
    public async ValueTask<Outcome<ExportSummary>> ExportAsync(AccessContext context, string directory, ExportOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        options ??= new ExportOptions();
        if (context.Purpose is null)
        {
            return Outcome<ExportSummary>.Refused(AccessErrors.PurposeMissing);
        }

        ExportTarget? target = null;
        try
        {
            if (!ExportTarget.TryOpen(directory, options.Replace, out target))
            {
                return Outcome<ExportSummary>.Refused(ExchangeErrors.TargetExists);
            }

            var outcome = await WriteAsync(context, target, options, cancellationToken).ConfigureAwait(false);
            if (outcome is { Succeeded: true, Value: var summary })
            {
                if (summary.Refused == 0)
                {
                    File.Delete(target.PathOf(IssuesName));
                }

                target.Commit();
            }

            return outcome;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Outcome<ExportSummary>.Refused(ExchangeErrors.TargetUnwritable);
        }
        finally
        {
            target?.Discard();
        }
    }

    private async ValueTask<Outcome<ExportSummary>> WriteAsync(AccessContext context, ExportTarget target, ExportOptions options, CancellationToken cancellationToken)
    {
        var at = _clock.GetCurrentInstant().InZone(ShanghaiTime.Zone).ToOffsetDateTime();
        var issueFile = new FileStream(target.PathOf(IssuesName), FileMode.CreateNew, FileAccess.ReadWrite);
        await using var closeIssues = issueFile.ConfigureAwait(false);
        using var issues = new IssueLineWriter(issueFile);
        var residents = NewWriter(DocumentTypes.Resident);
        await using var closeResidents = residents.ConfigureAwait(false);
        var stays = NewWriter(DocumentTypes.ResidenceRegistration);
        await using var closeStays = stays.ConfigureAwait(false);
        var (merged, orphaned) = (0L, 0L);
        string? cursor = null;
        do
        {
            var outcome = await _residents.ReadPageFullAsync(context, options.PageSize, cursor, cancellationToken).ConfigureAwait(false);
            if (!outcome.Succeeded)
            {
                return Outcome<ExportSummary>.Refused(outcome.Issues);
            }

            var page = outcome.Value;
            var active = page.Items.Where(file => file.Status == ResidentStatus.Active);
            var addresses = await _addresses.FindManyAsync(context, active.SelectMany(file => file.Registrations).Select(stay => stay.Address), cancellationToken).ConfigureAwait(false);

            // A file that was handed over is another agency's to tell of.
            foreach (var file in page.Items.Where(file => file.Status != ResidentStatus.HandedOver))
            {
                var line = DocumentMapper.Line(file, at);
                if (!await residents.WriteAsync(line.K, line, ExchangeJson.Default.ResidentLine, cancellationToken).ConfigureAwait(false))
                {
                    orphaned += file.Registrations.Count;
                    continue;
                }

                if (file.Status == ResidentStatus.Merged)
                {
                    merged++;
                    continue;
                }

                foreach (var stay in file.Registrations)
                {
                    if (!addresses.TryGetValue(stay.Address, out var address))
                    {
                        return Outcome<ExportSummary>.Refused(ExchangeErrors.AddressMissing);
                    }

                    await stays.WriteAsync(stay.Id.ToString(), DocumentMapper.Line(file, stay, address, at), ExchangeJson.Default.ResidenceRegistrationLine, cancellationToken).ConfigureAwait(false);
                }
            }

            cursor = page.Next;
        }
        while (cursor is not null);

        var manifest = new ExportManifest(
            "1",
            "full",
            context.Agency.Value,
            context.Purpose!,
            at,
            [
                await PartAsync(DocumentTypes.Resident, residents, merged, cancellationToken).ConfigureAwait(false),
                await PartAsync(DocumentTypes.ResidenceRegistration, stays, merges: 0, cancellationToken).ConfigureAwait(false),
            ]);
        SchemaWriter.WriteAll(target.Working);
        await File.WriteAllBytesAsync(target.PathOf(ManifestName), [.. JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.ExportManifest), (byte)'\n'], cancellationToken).ConfigureAwait(false);
        return Outcome<ExportSummary>.Done(new(target.Final, residents.Lines - merged, merged, stays.Lines, residents.Refused + stays.Refused + orphaned));

        LineWriter NewWriter(DocumentType type) =>
            new(target.PathOf(type.FileName), new LineCheck(new CheckNode(type.Line), new CheckOptions { ApplyRules = false }, ShanghaiTime.Today(_clock)), issues);
    }

    private static async ValueTask<ExportPart> PartAsync(DocumentType type, LineWriter lines, long merges, CancellationToken cancellationToken)
    {
        var digest = await lines.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return new(
            type.FileName,
            type.Name,
            "application/x-ndjson",
            "identity",
            lines.Bytes,
            lines.Lines,
            lines.Lines - merges,
            merges,
            Deletes: 0,
            Digests(digest),
            new(type.SchemaId, type.SchemaFileName, Digests(Convert.ToHexStringLower(SHA256.HashData(type.Schema.Span)))));
    }

    private static Dictionary<string, string> Digests(string digest) => new(StringComparer.Ordinal) { ["sha-256"] = digest };
}
