using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Identity;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Residents.Claims;

/// <summary>
/// Keeps a person on file at one agency only, over all agencies and shards (人员目录): claim the document → write the file in its own agency → confirm.
/// No commit spans two agencies, and a stop between any two steps leaves something that is put right by whoever comes next. Used by
/// <see cref="ResidentManager"/> once <c>AddPersonDirectory</c> was called. Thread-safe. Split over several files by topic.
/// </summary>
/// <remarks>
/// Why nothing slips through: the file is written in one batch with a check that the agency's fence of the document is as it was before the claim was made. Whoever
/// gives a claim up first raises that fence, then looks whether the file is there, and only then lets go. So a registration that was slow either is
/// seen, or cannot commit any more. Clocks decide when somebody looks, never what is true.
/// </remarks>
public sealed partial class PersonDirectory
{
    private const int MaxRounds = 200;

    private readonly IRecordStore _store;
    private readonly IResidentStore _residents;
    private readonly ResidentIndexes _indexes;
    private readonly IClock _clock;

    /// <summary>Usually made by the container.</summary>
    public PersonDirectory(IRecordStore store, IResidentStore residents, BlindIndexer indexer, IClock clock, PersonDirectoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _store = store;
        _residents = residents;
        _indexes = new(indexer);
        _clock = clock;
        Options = options;
    }

    /// <summary>Its settings.</summary>
    public PersonDirectoryOptions Options { get; }

    private Instant Now => Instant.FromUnixTimeMilliseconds(_clock.GetCurrentInstant().ToUnixTimeMilliseconds());

    /// <summary>Where the claims of a document stand: one place for each index key of the ring, so that processes meet while keys are being exchanged.</summary>
    internal IEnumerable<Guid> AddressesOf(IdentityDocument document) => _indexes.DocumentQuery(document).Select(value => new Guid(value.AsBytes(), bigEndian: true));

    internal IEnumerable<Guid> AddressesOf(Resident file) => file.Documents.SelectMany(document => AddressesOf(document.Value)).Distinct().Order(GuidOrder.Instance);

    internal async ValueTask<PersonClaim?> FindAsync(Guid address, CancellationToken cancellationToken) =>
        await _store.GetAsync(PersonClaim.Key(address), cancellationToken).ConfigureAwait(false) is { } stored ? PersonClaim.Read(stored) : null;

    /// <summary>Writes a claim over the version it was read with; null if somebody else was first or the outcome is unknown: read again.</summary>
    internal async ValueTask<PersonClaim?> TryWriteAsync(PersonClaim claim, CancellationToken cancellationToken)
    {
        var result = await _store.CommitAsync(claim.Write(), cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? claim with { Version = result.Versions[0] } : null;
    }

    /// <summary>Whether an agency has an active file with a document, known by its address only.</summary>
    internal async ValueTask<bool> HasFileAsync(AgencyId agency, ResidentId resident, Guid address, CancellationToken cancellationToken)
    {
        var value = FieldValue.Bytes(address.ToByteArray(bigEndian: true));
        var query = new RecordQuery(agency, ResidentKind.Kind, [FieldFilter.Equal(ResidentKind.Documents, value)], limit: 1);
        var page = await _store.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        if (page.Records is [var found])
        {
            return found.Key.Agency == agency ? true : throw new StoreUnavailableException(StorageErrors.WrongRecord);
        }

        // The file may be indexed under another key of the ring than this address: then its documents tell. A merge leads on to the survivor.
        for (var file = await ReadAsync(resident).ConfigureAwait(false); file is not null; file = file.MergedInto is { } into ? await ReadAsync(into).ConfigureAwait(false) : null)
        {
            if (file.Status == ResidentStatus.Active)
            {
                return AddressesOf(file).Contains(address);
            }
        }

        return false;

        async ValueTask<Resident?> ReadAsync(ResidentId id) => id == default ? null : await _residents.FindAsync(agency, id, cancellationToken).ConfigureAwait(false);
    }

    private Issue KnownAt(AgencyId agency) =>
        Options.DiscloseAgency ? new Issue(PersonDirectoryErrors.KnownAtAgency, default, [agency.Value]) : new Issue(PersonDirectoryErrors.KnownElsewhere);
}
