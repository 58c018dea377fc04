using System.Security.Cryptography;
using System.Text;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Housing.Rules;
using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NewCitizen.Validation;
using NodaTime;

namespace NewCitizen.Housing;

/// <summary>
/// Homes that are let, their rooms and beds, leases, and who lives where (出租房屋管理). Beds and capacity are taken inside the store's
/// transaction, and never beyond what the city lets live in a room. Rules of law are asked before each step. Thread-safe.
/// </summary>
public sealed partial class HousingManager
{
    private const int MaxName = 60;
    private const int MaxLabel = 20;

    private readonly IRecordStore _store;
    private readonly IHousingStore _homes;
    private readonly ITenancyStore _tenancies;
    private readonly AddressManager _addresses;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;
    private readonly CommandValidators _validators;
    private readonly HousingTopics _law;

    /// <summary>Usually made by the container.</summary>
    public HousingManager(IRecordStore store, IHousingStore homes, ITenancyStore tenancies, AddressManager addresses, IClock clock, IIdGenerator ids, CommandValidators validators, HousingTopics law)
    {
        _store = store;
        _homes = homes;
        _tenancies = tenancies;
        _addresses = addresses;
        _clock = clock;
        _ids = ids;
        _validators = validators;
        _law = law;
    }

    /// <summary>Puts a home on file.</summary>
    /// <returns>The property; refused with the code of each field that is wrong (NC11xx names and phones, NC12xx addresses, NC10xx codes, NC2109).</returns>
    public ValueTask<Outcome<RentalProperty>> AddPropertyAsync(AccessContext context, AddRentalProperty command, CancellationToken cancellationToken) =>
        AddPropertyAsync(context, command, requestKey: null, cancellationToken);

    /// <summary>Puts a home on file; with a request key, however often it is sent.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="command">What was stated.</param>
    /// <param name="requestKey">Makes the call repeatable; null when a repetition shall be another home.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The property; refused as above, or with NC3003 when the key was used for something else.</returns>
    public async ValueTask<Outcome<RentalProperty>> AddPropertyAsync(AccessContext context, AddRentalProperty command, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("property.add");
        var issues = new List<Issue>();
        var landlord = ReadLandlord(command, issues);
        issues.AddRange(_validators.Validate(command));
        if (AddressManager.Check(command.Address.Trim(), "/address") is { } addressError)
        {
            issues.Add(addressError);
        }

        if (command.Name is { } name && (name.Trim().Length == 0 || name.Length > MaxName))
        {
            issues.Add(new Issue(HousingErrors.TextInvalid, IssueLocation.At("/name"), [$"{MaxName}"]));
        }

        issues = [.. issues.DistinctBy(issue => (issue.Code, issue.Location))];
        if (landlord is null || issues.Exists(issue => issue.IsError))
        {
            return Outcome<RentalProperty>.Refused(issues);
        }

        var address = await _addresses
            .FindOrAddAsync(context, new DeclareAddress { Text = command.Address, DivisionCode = command.DivisionCode, Parts = command.Parts }, cancellationToken)
            .ConfigureAwait(false);
        var property = new RentalProperty(requestKey is null ? RentalPropertyId.New(_ids) : RepeatableId(context, requestKey), default, address.Require().Id, command.Kind, command.Name?.Trim(), landlord);
        var batch = new WriteBatch(context.Agency, requestKey).AddAudit(context.Entry(_clock, "property.add", HousingKinds.RentalProperty, property.Id.Value));
        _homes.Stage(batch, property, ExpectedVersion.Missing);
        return await CommitAsync(batch, version => property with { Revision = new(version) }, issues, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds a room to a property.</summary>
    /// <returns>The room; refused with NC2100 if the number is taken, NC2109–2112 for what is wrong with it, NC2120 if the law lets nobody live in such a space.</returns>
    public async ValueTask<Outcome<Room>> AddRoomAsync(AccessContext context, AddRoom command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("room.add");
        List<Issue> issues = [.. CheckRoom(command).Concat(_validators.Validate(command)).DistinctBy(issue => (issue.Code, issue.Location))];
        if (issues.Exists(issue => issue.IsError))
        {
            return Outcome<Room>.Refused(issues);
        }

        if ((command.ForLiving || command.Beds.Count > 0 || command.Capacity is not null) && NotForLiving(command.Use, ShanghaiTime.Today(_clock), "/use") is { } forbidden)
        {
            return Outcome<Room>.Refused([forbidden]);
        }

        var capacity = command.Beds.Count == 0 ? command.Capacity : Math.Min(command.Capacity ?? command.Beds.Count, command.Beds.Count);
        var room = new Room(RoomId.New(_ids), default, command.Property, command.Number.Trim(), command.Use, command.AreaSquareMetres, [.. command.Beds], capacity, Occupied: 0);
        var batch = new WriteBatch(context.Agency)
            .Check(HousingKinds.RentalProperty, command.Property.Value, ExpectedVersion.Exists)
            .AddAudit(context.Entry(_clock, "room.add", HousingKinds.Room, room.Id.Value));
        _homes.Stage(batch, room, ExpectedVersion.Missing);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => Outcome<Room>.Done(room with { Revision = new(result.Versions[1]) }, issues),
            { Status: CommitStatus.NotUnique } => Outcome<Room>.Refused([new Issue(HousingErrors.RoomNumberTaken, IssueLocation.At("/number"))]),
            { Status: CommitStatus.Conflict, FailedOperation: 0 } => Outcome<Room>.Refused(HousingErrors.ReferenceMissing, "property"),
            _ => Outcome<Room>.Refused([CommitFailures.Issue(result)]),
        };
    }

    /// <summary>Reads one property; null if there is none in the caller's agency.</summary>
    public ValueTask<RentalProperty?> FindPropertyAsync(AccessContext context, RentalPropertyId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _homes.FindPropertyAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Lists properties, newest first; at one address if given. 1 to 1,000 a page.</summary>
    public ValueTask<Page<RentalProperty>> ListPropertiesAsync(AccessContext context, StandardAddressId? address, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _homes.ListPropertiesAsync(context.Agency, address, limit, after, cancellationToken);
    }

    /// <summary>Reads one room; null if there is none in the caller's agency.</summary>
    public ValueTask<Room?> FindRoomAsync(AccessContext context, RoomId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _homes.FindRoomAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Lists the rooms of a property, oldest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<Room>> ListRoomsAsync(AccessContext context, RentalPropertyId property, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _homes.ListRoomsAsync(context.Agency, property, limit, after, cancellationToken);
    }

    // A home has no number of its own that could tell a repetition, so the id comes from the key: a replay answers with the same one.
    private static RentalPropertyId RepeatableId(AccessContext context, RequestKey requestKey)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"property.add {context.Agency} {requestKey.Value}"));
        return new(new Guid(digest.AsSpan(0, 16), bigEndian: true));
    }

    private static Landlord? ReadLandlord(AddRentalProperty command, List<Issue> issues)
    {
        if (!PersonName.TryParse(command.LandlordName, out var name, out var nameError))
        {
            issues.Add(new Issue(nameError, IssueLocation.At("/landlordName")));
        }

        MobileNumber? phone = null;
        if (!string.IsNullOrWhiteSpace(command.LandlordPhone))
        {
            if (MobileNumber.TryParseLenient(command.LandlordPhone, out var number, out var phoneError))
            {
                phone = number;
            }
            else
            {
                issues.Add(new Issue(phoneError, IssueLocation.At("/landlordPhone")));
            }
        }

        if (!string.IsNullOrWhiteSpace(command.LandlordOrganisationCode) && !UnifiedSocialCreditCode.TryParse(command.LandlordOrganisationCode, out _, out var codeError))
        {
            issues.Add(new Issue(codeError, IssueLocation.At("/landlordOrganisationCode")));
        }

        return issues.Count > 0 ? null : new Landlord(name, phone, string.IsNullOrWhiteSpace(command.LandlordOrganisationCode) ? null : command.LandlordOrganisationCode);
    }

    private static List<Issue> CheckRoom(AddRoom command)
    {
        var issues = new List<Issue>();
        if (!IsLabel(command.Number))
        {
            issues.Add(new Issue(HousingErrors.TextInvalid, IssueLocation.At("/number"), [$"{MaxLabel}"]));
        }

        if (command.AreaSquareMetres is <= 0 or > 10_000)
        {
            issues.Add(new Issue(HousingErrors.NumberOutOfRange, IssueLocation.At("/areaSquareMetres"), ["0", "10000"]));
        }

        if (command.Capacity is < 1 or > 1_000)
        {
            issues.Add(new Issue(HousingErrors.NumberOutOfRange, IssueLocation.At("/capacity"), ["1", "1000"]));
        }

        for (var i = 0; i < command.Beds.Count; i++)
        {
            if (!IsLabel(command.Beds[i]))
            {
                issues.Add(new Issue(HousingErrors.TextInvalid, IssueLocation.At($"/beds/{i}"), [$"{MaxLabel}"]));
            }
        }

        if (command.Beds.Distinct(StringComparer.Ordinal).Count() != command.Beds.Count)
        {
            issues.Add(new Issue(HousingErrors.BedTwice, IssueLocation.At("/beds")));
        }

        return issues;
    }

    private static bool IsLabel(string text) => text.Trim().Length is >= 1 and <= MaxLabel && !text.Any(char.IsControl);

    private async ValueTask<Outcome<T>> CommitAsync<T>(WriteBatch batch, Func<long, T> done, IReadOnlyList<Issue> warnings, CancellationToken cancellationToken)
        where T : class
    {
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? Outcome<T>.Done(done(result.Versions[^1]), warnings) : Outcome<T>.Refused([CommitFailures.Issue(result)]);
    }
}
