using System.Text.Json;
using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Services;

namespace NewCitizen.Centres;

/// <summary>
/// Items and centres out of a data file (初始数据), brought in through the managers. What is on file already, by its code, stays as it is, so a file may
/// be applied at every start.
/// </summary>
public sealed class CentreSeed
{
    private const string SampleName = "NewCitizen.Centres.sample-hall.json";
    private const int LargestFile = 4 << 20;

    private static readonly Lazy<CentreSeed> s_sample = new(ReadSample);

    private readonly CentreSeedFile _file;

    private CentreSeed(CentreSeedFile file) => _file = file;

    /// <summary>
    /// Sample data (示例数据): the hall with its windows, the general office and five service stations of a development area. Names are those of the
    /// kinds of windows and stations such an area has; hours, places and telephone numbers are invented, limits without a checked source are left out.
    /// </summary>
    public static CentreSeed Sample => s_sample.Value;

    /// <summary>Codes of the items, in the order of the file.</summary>
    public IReadOnlyList<string> ItemCodes => [.. (_file.Items ?? []).Select(item => item.Code)];

    /// <summary>Codes of the centres, in the order of the file.</summary>
    public IReadOnlyList<string> CentreCodes => [.. (_file.Centres ?? []).Select(centre => centre.Code)];

    /// <summary>Reads a data file.</summary>
    /// <param name="utf8Json">UTF-8 JSON, with or without a byte-order mark, of the form of the sample; at most 4 MiB.</param>
    /// <returns>The file; refused with NC2220 and the line if it has another form.</returns>
    public static Outcome<CentreSeed> Read(ReadOnlySpan<byte> utf8Json)
    {
        if (utf8Json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            utf8Json = utf8Json[3..];
        }

        try
        {
            var file = utf8Json.Length > LargestFile ? null : JsonSerializer.Deserialize(utf8Json, CentreSeedJson.Default.CentreSeedFile);
            return file is null ? Outcome<CentreSeed>.Refused(ServiceErrors.FileUnreadable) : Outcome<CentreSeed>.Done(new(file));
        }
        catch (JsonException exception)
        {
            return Outcome<CentreSeed>.Refused([new Issue(ServiceErrors.FileUnreadable, new IssueLocation(Line: exception.LineNumber + 1))]);
        }
    }

    /// <summary>Brings the items and centres into an agency; adds those whose code is not there yet.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="items">Takes the items.</param>
    /// <param name="centres">Takes the centres.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was added; refused with the first that is wrong and its place in the file, NC2221 for a code of an item that is nowhere.</returns>
    public async ValueTask<Outcome<CentreSeedReport>> ApplyAsync(AccessContext context, ServiceItemManager items, CentreManager centres, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(centres);
        var (addedItems, addedCentres) = (0, 0);
        var itemIds = new Dictionary<string, ServiceItemId>(StringComparer.Ordinal);
        var centreIds = new Dictionary<string, ServiceCentreId>(StringComparer.Ordinal);
        foreach (var (i, given) in (_file.Items ?? []).Index())
        {
            var item = await items.FindByCodeAsync(context, given.Code, cancellationToken).ConfigureAwait(false);
            if (item is null)
            {
                Outcome<ServiceItem> outcome;
                try
                {
                    outcome = await items.AddAsync(context, given.ToItem(default, given.Code, given.Name), cancellationToken).ConfigureAwait(false);
                }
                catch (JsonException)
                {
                    outcome = Outcome<ServiceItem>.Refused(ServiceErrors.LimitInvalid);
                }

                // Two hosts may start at once.
                item = outcome.Value ?? await items.FindByCodeAsync(context, given.Code, cancellationToken).ConfigureAwait(false);
                if (item is null)
                {
                    return Refused(outcome.Issues, ServiceRules.At("/items", i));
                }

                addedItems += outcome.Succeeded ? 1 : 0;
            }

            itemIds[given.Code] = item.Id;
        }

        foreach (var (i, given) in (_file.Centres ?? []).Index())
        {
            var centre = await centres.FindByCodeAsync(context, given.Code, cancellationToken).ConfigureAwait(false);
            if (centre is null)
            {
                if (await UnknownAsync(context, given, itemIds, items, cancellationToken).ConfigureAwait(false) is { } unknown)
                {
                    return Refused([new Issue(ServiceErrors.FileItemUnknown, default, [ServiceRules.IsCode(unknown) ? unknown : "?"])], ServiceRules.At("/centres", i));
                }

                var outcome = await centres
                    .AddAsync(context, CentreCodec.Read(given, default, given.Code, given.Name, given.Kind, code => itemIds[code]), cancellationToken)
                    .ConfigureAwait(false);
                centre = outcome.Value ?? await centres.FindByCodeAsync(context, given.Code, cancellationToken).ConfigureAwait(false);
                if (centre is null)
                {
                    return Refused(outcome.Issues, ServiceRules.At("/centres", i));
                }

                addedCentres += outcome.Succeeded ? 1 : 0;
            }

            centreIds[given.Code] = centre.Id;
        }

        return Outcome<CentreSeedReport>.Done(new(addedItems, addedCentres, itemIds, centreIds));
    }

    private static async ValueTask<string?> UnknownAsync(
        AccessContext context, CentreBody centre, Dictionary<string, ServiceItemId> known, ServiceItemManager items, CancellationToken cancellationToken)
    {
        var named = (centre.Windows ?? []).SelectMany(window => window.Items ?? [])
            .Concat((centre.Plans ?? []).SelectMany(plan => plan.Items.Concat((plan.ItemLimits ?? []).Select(limit => limit.Item))))
            .Distinct(StringComparer.Ordinal);
        foreach (var code in named.Where(code => !known.ContainsKey(code)))
        {
            if (await items.FindByCodeAsync(context, code, cancellationToken).ConfigureAwait(false) is not { } item)
            {
                return code;
            }

            known[code] = item.Id;
        }

        return null;
    }

    private static Outcome<CentreSeedReport> Refused(IReadOnlyList<Issue> issues, string at) =>
        Outcome<CentreSeedReport>.Refused([.. issues.Select(issue => issue with { Location = IssueLocation.At(at + issue.Location.Pointer) })]);

    private static CentreSeed ReadSample()
    {
        using var stream = typeof(CentreSeed).Assembly.GetManifestResourceStream(SampleName) ?? throw new InvalidOperationException($"{SampleName} is missing from the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes).Require();
    }
}
