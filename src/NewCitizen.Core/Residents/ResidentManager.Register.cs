using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Telemetry;

namespace NewCitizen.Residents;

public sealed partial class ResidentManager
{
    /// <summary>
    /// Registers a person (登记新市民): opens a file, or adds the stay to the file the identity number already has. However often and by
    /// however many offices at once the same person is registered, there is one file.
    /// </summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="command">What was stated.</param>
    /// <param name="requestKey">Makes the call repeatable; null when the identity number alone may tell a repetition.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// What was done, with warnings; refused with the code and JSON pointer of everything that is wrong, or NC2015 when the number is on
    /// file under another name, or NC2080–NC2082 when the person directory knows the person at another agency.
    /// </returns>
    public async ValueTask<Outcome<Registered>> RegisterAsync(AccessContext context, RegisterResident command, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("resident.register");
        var draft = Examine(command, out var issues);
        if (draft is null || issues.Exists(issue => issue.IsError))
        {
            return Outcome<Registered>.Refused(issues);
        }

        var resident = draft with { Id = ResidentId.New(_ids) };
        StandardAddress? newAddress = null;
        if (command.Residence is { } residence)
        {
            (var address, newAddress) = await _addresses.FindOrMakeAsync(context, Declare(residence), cancellationToken).ConfigureAwait(false);
            resident = resident with { Registrations = [NewStay(residence, address, command.Source)] };
        }

        var (result, refusal) = await OpenFileAsync(context, resident, newAddress, requestKey, cancellationToken).ConfigureAwait(false);
        if (newAddress is not null && result is { Status: CommitStatus.NotUnique, FailedOperation: 0 })
        {
            // Somebody put the address on file meanwhile.
            resident = await AddAddressAsync(context, resident, newAddress, cancellationToken).ConfigureAwait(false);
            newAddress = null;
            (result, refusal) = await OpenFileAsync(context, resident, newAddress, requestKey, cancellationToken).ConfigureAwait(false);
        }

        return result switch
        {
            null => Outcome<Registered>.Refused([.. issues, refusal!]),
            { Status: CommitStatus.Committed } => Outcome<Registered>.Done(new Registered(resident.Id, new Revision(result.Versions[^1]), RegistrationEffect.Created), issues),

            // A replay answers for the file of the first call, which is found by the number.
            { Status: CommitStatus.Replayed } or { Status: CommitStatus.NotUnique } =>
                await MeetExistingAsync(context, resident, newAddress, result, issues, cancellationToken).ConfigureAwait(false),
            _ => Outcome<Registered>.Refused([CommitFailures.Issue(result)]),
        };
    }

    /// <summary>Says what is wrong with a registration, or worth a look, without touching the store (登记预检).</summary>
    /// <param name="command">What was stated.</param>
    /// <returns>Errors and warnings with their JSON pointers; none when all is well.</returns>
    public IReadOnlyList<Issue> Check(RegisterResident command)
    {
        ArgumentNullException.ThrowIfNull(command);
        Examine(command, out var issues);
        return issues;
    }

    private Resident? Examine(RegisterResident command, out List<Issue> issues)
    {
        issues = [];
        var draft = RegistrationReader.Read(command, Today, issues);
        foreach (var validator in _validators)
        {
            validator.Validate(command, issues);
        }

        if (issues.Count > 1)
        {
            issues = [.. issues.DistinctBy(issue => (issue.Code, issue.Location))];
        }

        return draft;
    }

    /// <summary>Commits a new file, and the address of its stay where that is new too, first of the two.</summary>
    private async ValueTask<(CommitResult? Result, Issue? Refusal)> OpenFileAsync(
        AccessContext context, Resident resident, StandardAddress? newAddress, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        var documents = resident.Documents.Select(document => document.Value).ToList();
        var answer = await CommitAsync(requestKey, context, resident.Id, documents, Stage, cancellationToken).ConfigureAwait(false);
        if (newAddress is not null && answer.Result?.Status == CommitStatus.Committed)
        {
            _addresses.Remember(context, newAddress.Text, newAddress.Id);
        }

        return answer;

        void Stage(WriteBatch batch)
        {
            if (newAddress is not null)
            {
                _addresses.Stage(batch, context, newAddress);
            }

            batch.AddAudit(context.Entry(_clock, "resident.register", ResidentKind.Kind, resident.Id.Value));
            _residents.Stage(batch, resident, ExpectedVersion.Missing);
        }
    }

    /// <summary>Puts the address of the only stay on file by itself, or takes the one that is there.</summary>
    private async ValueTask<Resident> AddAddressAsync(AccessContext context, Resident resident, StandardAddress address, CancellationToken cancellationToken)
    {
        var declared = new DeclareAddress { Text = address.Text, DivisionCode = address.DivisionCode, Parts = address.Parts };
        var known = await _addresses.FindOrAddAsync(context, declared, cancellationToken).ConfigureAwait(false);
        return resident with { Registrations = [resident.Registrations[0] with { Address = known.Require().Id }] };
    }

    private async ValueTask<Outcome<Registered>> MeetExistingAsync(
        AccessContext context, Resident stated, StandardAddress? newAddress, CommitResult first, List<Issue> issues, CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            var existing = await _residents.FindByDocumentAsync(context.Agency, stated.Documents[0].Value, cancellationToken).ConfigureAwait(false);
            if (existing is null)
            {
                return Outcome<Registered>.Refused([first.IsDurable ? new Issue(StorageErrors.NotFound) : CommitFailures.Issue(first)]);
            }

            if (first.Status == CommitStatus.Replayed)
            {
                return Outcome<Registered>.Done(new Registered(existing.Id, existing.Revision, RegistrationEffect.Created), issues);
            }

            if (!existing.Names.Any(name => name.Value.Equals(stated.CurrentName)))
            {
                return Outcome<Registered>.Refused([.. issues, new Issue(ResidentErrors.NameDiffersFromFile, IssueLocation.At("/name"))]);
            }

            if (newAddress is not null)
            {
                // It was refused together with the file that was not opened.
                stated = await AddAddressAsync(context, stated, newAddress, cancellationToken).ConfigureAwait(false);
                newAddress = null;
            }

            var warnings = issues.Concat(Differences(existing, stated)).ToList();
            var stay = stated.Registrations.Count == 0 ? null : stated.Registrations[0];
            if (stay is null || existing.Registrations.Any(own => own.Address == stay.Address && (own.IsCurrent || own.RegisteredOn == stay.RegisteredOn)))
            {
                return Outcome<Registered>.Done(new Registered(existing.Id, existing.Revision, RegistrationEffect.NothingNew), warnings);
            }

            var saved = await SaveAsync(
                context, existing with { Registrations = [.. existing.Registrations, stay] }, "resident.register-residence", warnings, cancellationToken).ConfigureAwait(false);
            if (saved.Succeeded)
            {
                return Outcome<Registered>.Done(new Registered(existing.Id, saved.Value.Revision, RegistrationEffect.StayAdded), warnings);
            }

            // Somebody changed the file between reading and writing: look again, the stay may be there now.
            if (saved.FirstError.Code != StorageErrors.Conflict || round == 5)
            {
                return Outcome<Registered>.Refused(saved.Issues);
            }
        }
    }

    // A statement never overwrites a file; what differs is told, for a person to settle.
    private static IEnumerable<Issue> Differences(Resident existing, Resident stated)
    {
        if (stated.Phones.Any(phone => !existing.Phones.Any(own => own.Value == phone.Value)))
        {
            yield return new Issue(ResidentErrors.StatedFactDiffers, IssueLocation.At("/phone"), ["phone"]);
        }

        if (stated.Ethnicity is not null && existing.Ethnicity is not null && stated.Ethnicity != existing.Ethnicity)
        {
            yield return new Issue(ResidentErrors.StatedFactDiffers, IssueLocation.At("/ethnicity"), ["ethnicity"]);
        }

        if (stated.Employments.Count > 0 && !existing.Employments.Any(own => own.IsCurrent && own.Value.Employer == stated.Employments[0].Value.Employer))
        {
            yield return new Issue(ResidentErrors.StatedFactDiffers, IssueLocation.At("/employer"), ["employer"]);
        }

        if (stated.Origins.Count > 0 && !existing.Origins.Any(own => own.IsCurrent && own.Value.Address == stated.Origins[0].Value.Address))
        {
            yield return new Issue(ResidentErrors.StatedFactDiffers, IssueLocation.At("/originAddress"), ["originAddress"]);
        }
    }
}
