using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Codes;
using NewCitizen.Errors;
using NewCitizen.People;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Residents;

public sealed partial class ResidentManager
{
    /// <summary>Records another mobile number.</summary>
    /// <returns>The file; refused with NC11xx, NC2012, NC3000 or NC3012.</returns>
    public ValueTask<Outcome<ResidentOverview>> AddPhoneAsync(AccessContext context, ResidentId id, Revision revision, string phone, CancellationToken cancellationToken) =>
        ChangeAsync(context, id, revision, "resident.add-phone", file =>
            !MobileNumber.TryParseLenient(phone, out var number, out var error)
                ? (null, new Issue(error, IssueLocation.At("/phone")))
                : (file with { Phones = [.. file.Phones, new Dated<MobileNumber>(number, Today)] }, null), cancellationToken);

    /// <summary>Ends the use of a mobile number. A number that is not in use changes nothing.</summary>
    public ValueTask<Outcome<ResidentOverview>> EndPhoneAsync(AccessContext context, ResidentId id, Revision revision, string phone, CancellationToken cancellationToken) =>
        ChangeAsync(context, id, revision, "resident.end-phone", file =>
            !MobileNumber.TryParseLenient(phone, out var number, out var error)
                ? (null, new Issue(error, IssueLocation.At("/phone")))
                : (file with { Phones = [.. file.Phones.Select(own => own.IsCurrent && own.Value == number ? own with { Until = Today } : own)] }, null), cancellationToken);

    /// <summary>Records a new name; the one before stays in the file and is still found.</summary>
    public ValueTask<Outcome<ResidentOverview>> RenameAsync(AccessContext context, ResidentId id, Revision revision, string name, CancellationToken cancellationToken) =>
        ChangeAsync(context, id, revision, "resident.rename", file =>
            !PersonName.TryParse(name, out var parsed, out var error)
                ? (null, new Issue(error, IssueLocation.At("/name")))
                : (file with { Names = [.. End(file.Names), new Dated<PersonName>(parsed, Today)] }, null), cancellationToken);

    /// <summary>Records another identity document.</summary>
    /// <returns>The file; refused with NC10xx, or NC2000 if another file holds the number.</returns>
    public ValueTask<Outcome<ResidentOverview>> AddDocumentAsync(AccessContext context, ResidentId id, Revision revision, StatedDocument document, CancellationToken cancellationToken) =>
        ChangeAsync(context, id, revision, "resident.add-document", file =>
        {
            var issues = new List<Issue>();
            var read = RegistrationReader.ReadDocument(document, Today, string.Empty, issues);
            return read is null
                ? (null, issues.First(issue => issue.IsError))
                : (file with { Documents = [.. file.Documents, new(read, Today)] }, null);
        }, cancellationToken);

    /// <summary>Records where the person works now; null records that the last job ended.</summary>
    public ValueTask<Outcome<ResidentOverview>> SetEmploymentAsync(AccessContext context, ResidentId id, Revision revision, Employment? employment, CancellationToken cancellationToken) =>
        ChangeAsync(context, id, revision, "resident.set-employment", file =>
            employment is { Employer: var employer } && (string.IsNullOrWhiteSpace(employer) || employer.Length > RegistrationReader.MaxText)
                ? (null, new Issue(ResidentErrors.TextTooLong, IssueLocation.At("/employer"), [$"{RegistrationReader.MaxText}"]))
                : (file with { Employments = employment is null ? End(file.Employments) : [.. End(file.Employments), new(employment, Today)] }, null), cancellationToken);

    /// <summary>Records the education now: a GB/T 4658 code or name; unknown text is kept as stated.</summary>
    public ValueTask<Outcome<ResidentOverview>> SetEducationAsync(AccessContext context, ResidentId id, Revision revision, string education, CancellationToken cancellationToken) =>
        ChangeAsync(context, id, revision, "resident.set-education", file =>
            string.IsNullOrWhiteSpace(education) || education.Length > RegistrationReader.MaxText
                ? (null, new Issue(ResidentErrors.TextTooLong, IssueLocation.At("/education"), [$"{RegistrationReader.MaxText}"]))
                : (file with { Educations = [.. End(file.Educations), new(CodeTables.Education.Read(education, Today, out _), Today)] }, null), cancellationToken);

    /// <summary>Records a family tie to another file of the agency.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The file.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="other">The other person's file.</param>
    /// <param name="code">What the other is to this person, GB/T 4761, one or two digits.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The file; refused with NC2019 if the other file is not there or the code is unknown.</returns>
    public async ValueTask<Outcome<ResidentOverview>> AddRelationAsync(
        AccessContext context, ResidentId id, Revision revision, ResidentId other, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var known = CodeTables.FamilyRelation.Find(code) is not null || CodeTables.FamilyRelationBrief.Find(code) is not null;
        if (id == other || !known || await _residents.FindAsync(context.Agency, other, cancellationToken).ConfigureAwait(false) is null)
        {
            return Outcome<ResidentOverview>.Refused(ResidentErrors.RelationInvalid);
        }

        return await ChangeAsync(
            context, id, revision, "resident.add-relation",
            file => (file with { Relations = [.. file.Relations, new(new Relation(other, code), Today)] }, null),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Replaces the extensions (扩展项).</summary>
    public ValueTask<Outcome<ResidentOverview>> SetExtensionsAsync(AccessContext context, ResidentId id, Revision revision, ExtensionBag extensions, CancellationToken cancellationToken) =>
        ChangeAsync(context, id, revision, "resident.set-extensions", file => (file with { Extensions = extensions }, null), cancellationToken);

    /// <summary>Declares a stay (居住登记).</summary>
    /// <returns>The file; refused with NC12xx for the address, NC2005–2007 for the dates.</returns>
    public async ValueTask<Outcome<ResidentOverview>> RegisterResidenceAsync(
        AccessContext context, ResidentId id, Revision revision, StatedResidence residence, RecordSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(residence);
        using var span = NewCitizenTelemetry.Start("resident.register-residence");
        var issues = new List<Issue>();
        RegistrationReader.CheckResidence(residence, Today, birth: null, string.Empty, issues);
        if (issues.Exists(issue => issue.IsError))
        {
            return Outcome<ResidentOverview>.Refused(issues);
        }

        var address = await _addresses.FindOrAddAsync(context, Declare(residence), cancellationToken).ConfigureAwait(false);
        var stay = NewStay(residence, address.Require().Id, source);
        return await ChangeAsync(
            context, id, revision, "resident.register-residence",
            file => file.BirthDate > stay.Since ? (null, new Issue(ResidentErrors.BeforeBirth, IssueLocation.At("/since")))
                : file.Registrations.Any(own => own.IsCurrent && own.Address == stay.Address) ? (null, new Issue(ResidentErrors.StayExists))
                : (file with { Registrations = [.. file.Registrations, stay] }, null),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends a declared stay (居住注销).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The file.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="registration">The stay.</param>
    /// <param name="until">First day the person no longer lives there; not before its first day, not in the future.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The file; refused with NC2005, NC2008 or NC2009.</returns>
    public ValueTask<Outcome<ResidentOverview>> EndResidenceAsync(
        AccessContext context, ResidentId id, Revision revision, ResidenceRegistrationId registration, LocalDate until, CancellationToken cancellationToken) =>
        ChangeAsync(context, id, revision, "resident.end-residence", file =>
        {
            var stay = file.Registrations.FirstOrDefault(own => own.Id == registration && own.IsCurrent);
            return stay is null ? (null, new Issue(ResidentErrors.StayNotOpen))
                : until < stay.Since ? (null, new Issue(ResidentErrors.PeriodReversed, IssueLocation.At("/until")))
                : until > Today ? (null, new Issue(ResidentErrors.DateInFuture, IssueLocation.At("/until")))
                : (file with { Registrations = [.. file.Registrations.Select(own => own.Id == registration ? own with { Until = until } : own)] }, null);
        }, cancellationToken);

    /// <summary>
    /// Erases a file for good (删除权, PIPL article 47): nothing of it stays but its id and version. Audit entries hold no personal values and stay.
    /// </summary>
    /// <returns>The erased file, masked; refused with NC3000 or NC3012.</returns>
    public async ValueTask<Outcome<ResidentOverview>> EraseAsync(AccessContext context, ResidentId id, Revision revision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("resident.erase");
        var resident = await _residents.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (resident is null)
        {
            return Outcome<ResidentOverview>.Refused(StorageErrors.NotFound);
        }

        var batch = new WriteBatch(context.Agency)
            .Delete(ResidentKind.Kind, id.Value, revision.Expected)
            .AddAudit(context.Entry(_clock, "resident.erase", ResidentKind.Kind, id.Value));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        if (_directory is not null && result.IsDurable)
        {
            await _directory.ReleaseAsync(context.Agency, _directory.AddressesOf(resident), cancellationToken).ConfigureAwait(false);
        }

        return result.IsDurable
            ? Outcome<ResidentOverview>.Done(ResidentOverview.Of(resident))
            : Outcome<ResidentOverview>.Refused([CommitFailures.Issue(result)]);
    }

    private static DeclareAddress Declare(StatedResidence residence) => new() { Text = residence.Address, DivisionCode = residence.DivisionCode };

    private ResidenceRegistration NewStay(StatedResidence residence, StandardAddressId address, RecordSource source) => new(
        ResidenceRegistrationId.New(_ids),
        address,
        residence.Room,
        residence.RegisteredOn,
        residence.Since ?? residence.RegisteredOn ?? Today,
        Until: null,
        string.IsNullOrWhiteSpace(residence.DwellingType) ? null : CodeTables.DwellingKind.Read(residence.DwellingType, Today, out _),
        source);

    private IReadOnlyList<Dated<T>> End<T>(IReadOnlyList<Dated<T>> facts)
        where T : notnull =>
        [.. facts.Select(fact => fact.IsCurrent ? fact with { Until = Today } : fact)];
}
