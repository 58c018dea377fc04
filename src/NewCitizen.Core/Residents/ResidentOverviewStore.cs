using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Codes;
using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Storage.Records;

namespace NewCitizen.Residents;

internal sealed class ResidentOverviewStore : IResidentOverviewStore
{
    private readonly FieldProtector _protector;
    private readonly ResidentIndexes _indexes;
    private readonly TypedRecords<Row> _records;

    public ResidentOverviewStore(IRecordStore store, PageCursorSeal cursors, FieldProtector protector, BlindIndexer indexer)
    {
        _protector = protector;
        _indexes = new(indexer);
        _records = new(store, ResidentKind.Kind, Read, cursors);
    }

    public async ValueTask<ResidentOverview?> FindAsync(AgencyId agency, ResidentId id, CancellationToken cancellationToken) =>
        (await _records.FindAsync(agency, id.Value, cancellationToken).ConfigureAwait(false))?.Overview;

    public async ValueTask<IReadOnlyList<ResidentOverview?>> FindManyAsync(AgencyId agency, IReadOnlyList<ResidentId> ids, CancellationToken cancellationToken)
    {
        var rows = await _records.FindManyAsync(agency, ids.Select(id => id.Value), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row?.Overview)];
    }

    public async ValueTask<ResidentOverview?> FindByDocumentAsync(AgencyId agency, IdentityDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return (await _records.FirstAsync(agency, ResidentKind.Documents, _indexes.DocumentQuery(document), cancellationToken).ConfigureAwait(false))?.Overview;
    }

    public async ValueTask<Page<ResidentOverview>> SearchAsync(AgencyId agency, ResidentSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        if (!_indexes.TryCondition(search, out var condition))
        {
            return new([], null);
        }

        FieldFilter[] where = condition is null ? [] : [condition];
        var page = await _records
            .PageAsync(new RecordQuery(agency, ResidentKind.Kind, where, descending: true, limit: search.Limit), search.After, cancellationToken)
            .ConfigureAwait(false);

        // Short index values find a few too many, and a list of all shows merged files too.
        var found = new List<ResidentOverview>(page.Items.Count);
        foreach (var row in page.Items)
        {
            if (row.Overview.Status == ResidentStatus.Active && Matches(row, search))
            {
                found.Add(row.Overview);
            }
        }

        return new(found, page.Next);
    }

    private Row Read(StoredRecord stored)
    {
        ResidentOverviewBody body;
        using (ProtectionScope.Enter(_protector, stored.Key))
        {
            body = JsonSerializer.Deserialize(stored.Body.Span, ResidentOverviewJson.Default.ResidentOverviewBody)!;
        }

        var names = new PersonName[body.Names.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = PersonName.Parse(body.Names[i].Name);
        }

        var birthYear = stored[ResidentKind.BirthYear];
        var overview = new ResidentOverview
        {
            Id = new(stored.Key.Id),
            Revision = new(stored.Version),
            Status = body.MergedInto is not null ? ResidentStatus.Merged : body.HandedOverTo is not null ? ResidentStatus.HandedOver : ResidentStatus.Active,
            MergedInto = body.MergedInto is { } into ? new ResidentId(into) : null,
            MaskedName = names[^1].ToString(),
            Sex = (Sex)(stored[ResidentKind.Sex].AsText()[0] - '0'),
            BirthYear = birthYear.IsNull ? null : (int)birthYear.AsInteger(),
            Ethnicity = ResidentCodec.Coded(body.Ethnicity),
            Education = ResidentCodec.Coded(Last(body.Educations)?.Value),
            MaskedDocuments = Current(body.Documents, fact => MaskedDocument.Of(ResidentCodec.Document(fact))),
            MaskedPhones = Current(body.Phones, fact => MobileNumber.Parse(fact.Phone).ToString()),
            OriginDivisionCode = body.Origins?.FindLast(origin => origin.Until is null)?.Division,
            Registrations = body.Registrations is null ? [] : body.Registrations.ConvertAll(ResidentCodec.Registration),
            OpenedOn = body.OpenedOn,
            Source = new(body.Channel, body.Reference),
        };
        return new(overview, names);
    }

    private static T? Last<T>(List<T>? facts)
        where T : ResidentBody.DatedBody =>
        facts?.FindLast(fact => fact.Until is null);

    private static List<T> Current<T, TBody>(List<TBody>? facts, Func<TBody, T> read)
        where TBody : ResidentBody.DatedBody
    {
        var current = new List<T>(facts?.Count ?? 0);
        foreach (var fact in facts ?? [])
        {
            if (fact.Until is null)
            {
                current.Add(read(fact));
            }
        }

        return current;
    }

    private static bool Matches(Row row, ResidentSearch search) =>
        search.Name is not { } wanted
        || !PersonName.TryParse(wanted, out var name, out _)
        || row.Names.Any(own => own.ToSearchKey() == name.ToSearchKey() || own.ToFirstCharacter() == wanted.Trim());

    /// <summary>An overview with the names a search compares; these never leave the store.</summary>
    internal sealed record Row(ResidentOverview Overview, PersonName[] Names);
}
