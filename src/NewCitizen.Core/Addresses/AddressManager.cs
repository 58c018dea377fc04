using System.Collections.Concurrent;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Storage;
using NewCitizen.Validation;
using NodaTime;

namespace NewCitizen.Addresses;

/// <summary>Finds standard addresses and puts new ones on file (标准地址管理). Thread-safe.</summary>
public sealed class AddressManager
{
    // Addresses never change their text, so a small memory of recent ones cannot be wrong; it is emptied when full.
    private const int MaxRemembered = 20_000;

    private readonly ConcurrentDictionary<(AgencyId Agency, string Key), StandardAddressId> _remembered = new();
    private readonly IRecordStore _store;
    private readonly IStandardAddressStore _addresses;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;
    private readonly CommandValidators _validators;
    private int _rememberedCount;

    /// <summary>Usually made by the container.</summary>
    public AddressManager(IRecordStore store, IStandardAddressStore addresses, IClock clock, IIdGenerator ids, CommandValidators validators)
    {
        _store = store;
        _addresses = addresses;
        _clock = clock;
        _ids = ids;
        _validators = validators;
    }

    /// <summary>Finds the address, or puts it on file. Two callers who name one address at once get the same id.</summary>
    /// <returns>The address id; refused with NC1260–1262 if the text is empty, too long or holds control characters.</returns>
    public async ValueTask<Outcome<AddressRef>> FindOrAddAsync(AccessContext context, DeclareAddress command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        var text = command.Text.Trim();
        if (Check(text) is { } error)
        {
            return Outcome<AddressRef>.Refused([error]);
        }

        var said = _validators.Validate(command);
        if (said.Any(issue => issue.IsError))
        {
            return Outcome<AddressRef>.Refused(said);
        }

        var (id, made) = await FindOrMakeAsync(context, command, cancellationToken).ConfigureAwait(false);
        return Outcome<AddressRef>.Done(new AddressRef(made is null ? id : await AddAsync(context, made, cancellationToken).ConfigureAwait(false)), said);
    }

    /// <summary>Finds an address whose text was checked, or makes one for the caller to stage beside its own record: one commit for both.</summary>
    internal async ValueTask<(StandardAddressId Id, StandardAddress? Made)> FindOrMakeAsync(AccessContext context, DeclareAddress command, CancellationToken cancellationToken)
    {
        var text = command.Text.Trim();
        if (_remembered.TryGetValue((context.Agency, AddressKey.Of(text)), out var known))
        {
            return (known, null);
        }

        if (await _addresses.FindByTextAsync(context.Agency, text, cancellationToken).ConfigureAwait(false) is { } found)
        {
            Remember(context, text, found.Id);
            return (found.Id, null);
        }

        var made = new StandardAddress(StandardAddressId.New(_ids), default, text, command.DivisionCode, command.Parts);
        return (made.Id, made);
    }

    /// <summary>Adds an address and its audit entry to a batch. Whoever loses a race for it is answered NotUnique, with the holder.</summary>
    internal void Stage(WriteBatch batch, AccessContext context, StandardAddress address)
    {
        batch.AddAudit(context.Entry(_clock, "address.add", StandardAddressKind.Kind, address.Id.Value));
        _addresses.Stage(batch, address, ExpectedVersion.Missing);
    }

    internal void Remember(AccessContext context, string text, StandardAddressId id)
    {
        // Counted here: the dictionary's own count takes all its locks.
        if (_remembered.TryAdd((context.Agency, AddressKey.Of(text)), id) && Interlocked.Increment(ref _rememberedCount) >= MaxRemembered)
        {
            _remembered.Clear();
            Volatile.Write(ref _rememberedCount, 0);
        }
    }

    /// <summary>Reads one address; null if there is none in the caller's agency.</summary>
    public ValueTask<StandardAddress?> FindAsync(AccessContext context, StandardAddressId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _addresses.FindAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Reads several addresses; ids that are not there are left out.</summary>
    public async ValueTask<IReadOnlyDictionary<StandardAddressId, StandardAddress>> FindManyAsync(AccessContext context, IEnumerable<StandardAddressId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var found = await _addresses.FindManyAsync(context.Agency, [.. ids.Distinct()], cancellationToken).ConfigureAwait(false);
        return found.OfType<StandardAddress>().ToDictionary(address => address.Id);
    }

    /// <summary>Finds an address by its text without putting it on file.</summary>
    public ValueTask<StandardAddress?> FindByTextAsync(AccessContext context, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _addresses.FindByTextAsync(context.Agency, text, cancellationToken);
    }

    internal static Issue? Check(string text, string pointer = "/text")
    {
        var location = IssueLocation.At(pointer);
        return AddressKey.Of(text).Length == 0 ? new Issue(AddressErrors.Empty, location)
            : text.Length > DeclareAddress.MaxLength ? new Issue(AddressErrors.TooLong, location, [$"{DeclareAddress.MaxLength}"])
            : text.Any(char.IsControl) ? new Issue(AddressErrors.Character, location)
            : null;
    }

    private async ValueTask<StandardAddressId> AddAsync(AccessContext context, StandardAddress address, CancellationToken cancellationToken)
    {
        var batch = new WriteBatch(context.Agency);
        Stage(batch, context, address);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        var id = result switch
        {
            { IsDurable: true } => address.Id,
            { Status: CommitStatus.NotUnique, HolderId: { } holder } => new StandardAddressId(holder),
            _ => throw CommitFailures.Exception(result),
        };
        Remember(context, address.Text, id);
        return id;
    }
}
