using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Errors;
using NewCitizen.Grid;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Collection;

public sealed partial class CollectionManager
{
    private async ValueTask<Outcome<Reported>> ArriveAsync(
        AccessContext context,
        ReportStay command,
        StayReport report,
        Place place,
        SortedDictionary<string, string> facts,
        List<Issue> issues,
        RequestKey? requestKey,
        CancellationToken cancellationToken)
    {
        var registered = await _residents.RegisterAsync(context, Registration(command, report, place, facts), requestKey: null, cancellationToken).ConfigureAwait(false);
        if (!registered.Succeeded && registered.FirstError.Code != ResidentErrors.NameDiffersFromFile)
        {
            return Outcome<Reported>.Refused([.. registered.Issues.Select(Relocated)]);
        }

        var known = registered.Succeeded ? null : await FindByDocumentAsync(context, command.Document, cancellationToken).ConfigureAwait(false);
        if (!registered.Succeeded && known is null)
        {
            return Outcome<Reported>.Refused([.. registered.Issues.Select(Relocated)]);
        }

        var address = await _addresses
            .FindOrAddAsync(context, new DeclareAddress { Text = place.Text, DivisionCode = place.DivisionCode }, cancellationToken)
            .ConfigureAwait(false);
        report = report with { Resident = known?.Id ?? registered.Value!.Id, Address = place.Id ?? address.Require().Id };
        if (known is not null)
        {
            return await HoldAsync(context, command, report, issues, requestKey, cancellationToken).ConfigureAwait(false);
        }

        issues.AddRange(registered.Issues.Where(issue => issue.Code != ResidentErrors.StatedFactDiffers).Select(Relocated));
        var extra = new List<GridTask>();
        if (registered.Value!.Effect == RegistrationEffect.Created
            && await FindLookalikesAsync(context, report.Resident, cancellationToken).ConfigureAwait(false) is { Count: > 0 })
        {
            extra.Add(await _tasks.MakeAsync(
                context, new OpenTask(GridTaskKind.Review, ResidentKind.Kind.Name, report.Resident.Value, DuplicatesJob.Topic, report.Address), cancellationToken).ConfigureAwait(false));
            issues.Add(new Issue(CollectionErrors.PerhapsTwice));
        }

        return await PutAsync(context, command, report, facts, issues, extra, requestKey, decided: null, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Outcome<Reported>> ChangeAsync(
        AccessContext context,
        ReportStay command,
        StayReport report,
        Place place,
        SortedDictionary<string, string> facts,
        List<Issue> issues,
        RequestKey? requestKey,
        CancellationToken cancellationToken)
    {
        // The number of the document must be one; whose it is must be on file.
        var wrong = new List<Issue>();
        RegistrationReader.ReadDocument(command.Document, Today, "/document", wrong);
        if (wrong.Exists(issue => issue.IsError))
        {
            return Outcome<Reported>.Refused(wrong);
        }

        if (place.Id is not { } address || await FindByDocumentAsync(context, command.Document, cancellationToken).ConfigureAwait(false) is not { } resident)
        {
            return Outcome<Reported>.Refused(CollectionErrors.NoSuchStay);
        }

        report = report with { Resident = resident.Id, Address = address };
        return resident.Names.Any(name => string.Equals(name.Value.ToString("F"), command.Name.Trim(), StringComparison.Ordinal))
            ? await PutAsync(context, command, report, facts, issues, [], requestKey, decided: null, cancellationToken).ConfigureAwait(false)
            : await HoldAsync(context, command, report, issues, requestKey, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps a report whose name is not that of the file, with a task for somebody to look at it: nothing that was reported is lost.</summary>
    private async ValueTask<Outcome<Reported>> HoldAsync(
        AccessContext context, ReportStay command, StayReport report, List<Issue> issues, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        var task = await _tasks.MakeAsync(
            context, new OpenTask(GridTaskKind.Review, CollectionKinds.StayReport.Name, report.Id.Value, "name", report.Address), cancellationToken).ConfigureAwait(false);
        var held = report with { State = StayReportState.Held, Tasks = [task.Id], Statement = Statement.Of(command).ToJson() };
        var batch = new WriteBatch(context.Agency, requestKey)
            .Check(ResidentKind.Kind, report.Resident.Value, ExpectedVersion.Exists)
            .AddAudit(context.Entry(_clock, "stay.report-held", CollectionKinds.StayReport, report.Id.Value));
        _tasks.Stage(batch, context, task);
        _stays.Stage(batch, held, ExpectedVersion.Missing);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { Status: CommitStatus.Committed } => Outcome<Reported>.Done(Answer(held, isReplay: false), [.. issues, new Issue(CollectionErrors.ReportHeld, IssueLocation.At("/name"))]),
            { IsDurable: true } or { Status: CommitStatus.Conflict } when await FirstAsync(context, report.Id, cancellationToken).ConfigureAwait(false) is { } first =>
                Outcome<Reported>.Done(first, issues),
            _ => Outcome<Reported>.Refused([CommitFailures.Issue(result)]),
        };
    }

    /// <summary>Puts an accepted report and its facts into the stay, with the tasks that come of them, in one commit.</summary>
    private async ValueTask<Outcome<Reported>> PutAsync(
        AccessContext context,
        ReportStay command,
        StayReport report,
        SortedDictionary<string, string> facts,
        List<Issue> issues,
        IReadOnlyList<GridTask> extra,
        RequestKey? requestKey,
        GridTask? decided,
        CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            var own = await FindStayAsync(context, report, command, cancellationToken).ConfigureAwait(false);
            if (own is null && report.Kind != StayReportKind.Arrival)
            {
                return Outcome<Reported>.Refused(CollectionErrors.NoSuchStay);
            }

            if (report.Kind == StayReportKind.Departure && own?.Since > command.On)
            {
                return Outcome<Reported>.Refused([new Issue(CollectionErrors.LeftBeforeArrival, IssueLocation.At("/on"))]);
            }

            var before = own ?? new StayFile { Id = StayFileId.New(_ids), Resident = report.Resident, Address = report.Address };
            var (stay, contested) = StayMerge.Apply(before with { Home = before.Home ?? command.Home }, report.Party, report.Id, ConfidenceOf(command), Today, facts, command.Seen);
            var tasks = new List<GridTask>(extra);
            foreach (var name in contested)
            {
                var task = await _tasks.MakeAsync(
                    context, new OpenTask(GridTaskKind.Conflict, CollectionKinds.StayFile.Name, stay.Id.Value, name, stay.Address), cancellationToken).ConfigureAwait(false);
                stay = stay.With(stay.Find(name)! with { Task = task.Id });
                tasks.Add(task);
            }

            // A third value goes into the task that is there.
            var joined = stay.Facts.Where(fact => fact.IsContested && facts.ContainsKey(fact.Name) && fact.Rivals.Any(rival => rival.Report == report.Id)).Select(fact => fact.Task!.Value);
            var done = report with { Stay = stay.Id, Tasks = [.. tasks.Select(task => task.Id).Union(joined)], Statement = null };
            var batch = new WriteBatch(context.Agency, requestKey)
                .Check(ResidentKind.Kind, report.Resident.Value, ExpectedVersion.Exists)
                .AddAudit(context.Entry(_clock, decided is null ? "stay.report" : "stay.accept-held", CollectionKinds.StayReport, report.Id.Value))
                .Emit(new DomainEvent("stays.reported", new RecordKey(context.Agency, CollectionKinds.StayFile, stay.Id.Value), default));
            foreach (var task in tasks)
            {
                _tasks.Stage(batch, context, task);
            }

            if (decided is not null)
            {
                _tasks.Store.Stage(batch, decided, decided.Revision.Expected);
            }

            _stays.Stage(batch, stay, own is null ? ExpectedVersion.Missing : own.Revision.Expected);
            _stays.Stage(batch, done, decided is null ? ExpectedVersion.Missing : report.Revision.Expected);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            if (result.Status == CommitStatus.Committed)
            {
                await EndRegistrationAsync(context, stay, cancellationToken).ConfigureAwait(false);
                var warnings = issues.Concat(done.Tasks.Where(id => extra.All(task => task.Id != id)).Select(id => stay.Facts.First(fact => fact.Task == id))
                    .Select(fact => new Issue(CollectionErrors.ValuesDiffer, IssueLocation.At(PointerOf(fact.Name)), [fact.Name])));
                return Outcome<Reported>.Done(Answer(done, isReplay: false), [.. warnings]);
            }

            // Somebody else reports of the same stay at this moment, or this very request arrived twice.
            if (decided is null && await FirstAsync(context, report.Id, cancellationToken).ConfigureAwait(false) is { } first && result.Status != CommitStatus.KeyReused)
            {
                return Outcome<Reported>.Done(first, issues);
            }

            var again = result.Status is CommitStatus.Conflict or CommitStatus.NotUnique && round < MaxRounds
                && (result.Status == CommitStatus.NotUnique || batch.Operations[result.FailedOperation].Key.Kind == CollectionKinds.StayFile);
            if (!again)
            {
                return Outcome<Reported>.Refused([CommitFailures.Issue(result)]);
            }
        }
    }

    private async ValueTask<Reported?> FirstAsync(AccessContext context, StayReportId id, CancellationToken cancellationToken) =>
        await _stays.FindReportAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is { } first ? Answer(first, isReplay: true) : null;

    /// <summary>The stay a report speaks of: the one that goes on, else one that ended and that it still falls into.</summary>
    private async ValueTask<StayFile?> FindStayAsync(AccessContext context, StayReport report, ReportStay command, CancellationToken cancellationToken)
    {
        string? after = null;
        StayFile? ended = null;
        do
        {
            var page = await _stays.ListStaysAsync(context.Agency, report.Resident, PageSize, after, cancellationToken).ConfigureAwait(false);
            foreach (var stay in page.Items.Where(stay => stay.Address == report.Address))
            {
                if (!stay.IsEnded)
                {
                    return stay;
                }

                var falls = report.Kind == StayReportKind.Arrival ? command.On < stay.Until : true;
                ended ??= falls ? stay : null;
            }

            after = page.Next;
        }
        while (after is not null);
        return ended;
    }

    // A declared stay ends when the resident or a grid worker says so, or another party agrees; not on one landlord's word. Doing it twice changes nothing.
    private async ValueTask EndRegistrationAsync(AccessContext context, StayFile stay, CancellationToken cancellationToken)
    {
        var left = stay.Find(StayFacts.LeftOn);
        if (left is null || left.IsContested || stay.Until is not { } until || until > Today
            || (left.Party is not (ReportingParty.Resident or ReportingParty.GridWorker) && left.Confidence < FactConfidence.Confirmed))
        {
            return;
        }

        for (var round = 1; round <= 5; round++)
        {
            var file = await _residents.FindAsync(context, stay.Resident, cancellationToken).ConfigureAwait(false);
            var open = file?.Registrations.FirstOrDefault(own => own.IsCurrent && own.Address == stay.Address && own.Since <= until);
            if (file is null || open is null)
            {
                return;
            }

            var ended = await _residents.EndResidenceAsync(context, file.Id, file.Revision, open.Id, until, cancellationToken).ConfigureAwait(false);
            if (ended.Succeeded || ended.FirstError.Code != StorageErrors.Conflict)
            {
                return;
            }
        }
    }

    /// <summary>Active files of other numbers with the same name and birth date (疑似重复档案), at most 20; for whoever reviews, whoever entered the file.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The file.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<ResidentId>> FindLookalikesAsync(AccessContext context, ResidentId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await _files.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is not { BirthDate: { } birth } own)
        {
            return [];
        }

        var page = await _residents.SearchAsync(context, new ResidentSearch { Name = own.CurrentName.ToString("F"), Limit = 200 }, cancellationToken).ConfigureAwait(false);
        var near = page.Items.Where(other => other.Id != id && other.BirthYear == birth.Year && other.Status == ResidentStatus.Active).Select(other => other.Id).ToList();
        var files = near.Count == 0 ? [] : await _files.FindManyAsync(context.Agency, near, cancellationToken).ConfigureAwait(false);
        return [.. files.OfType<Resident>().Where(other => other.BirthDate == birth && other.Names.Any(name => own.Names.Any(mine => mine.Value.Equals(name.Value)))).Select(other => other.Id).Take(20)];
    }

    private async ValueTask<Resident?> FindByDocumentAsync(AccessContext context, StatedDocument document, CancellationToken cancellationToken) =>
        RegistrationReader.ReadDocument(document, LocalDate.MaxIsoValue, string.Empty, []) is { } wanted
            ? await _files.FindByDocumentAsync(context.Agency, wanted, cancellationToken).ConfigureAwait(false)
            : null;

    private static RegisterResident Registration(ReportStay command, StayReport report, Place place, SortedDictionary<string, string> facts) => new()
    {
        Name = command.Name,
        Document = command.Document,
        Phone = facts.GetValueOrDefault(StayFacts.Phone),
        Employer = facts.GetValueOrDefault(StayFacts.Employer),
        InflowReason = facts.GetValueOrDefault(StayFacts.InflowReason),
        Residence = new StatedResidence
        {
            Address = place.Text,
            DivisionCode = place.DivisionCode,
            RegisteredOn = Calendars.ShanghaiTime.DateOf(report.ReportedAt),
            Since = command.On,
            DwellingType = facts.GetValueOrDefault(StayFacts.DwellingType),
        },
        Source = new RecordSource(command.Channel, $"{report.Party.ToString().ToLowerInvariant()}:{report.Id.Value:N}"),
    };

    // Where the resident's manager found something, in words of the report.
    private static Issue Relocated(Issue issue) => issue.Location.Pointer switch
    {
        "/residence/address" => issue with { Location = IssueLocation.At("/address") },
        "/residence/since" => issue with { Location = IssueLocation.At("/on") },
        "/residence/dwellingType" => issue with { Location = IssueLocation.At(PointerOf(StayFacts.DwellingType)) },
        "/phone" => issue with { Location = IssueLocation.At(PointerOf(StayFacts.Phone)) },
        "/employer" => issue with { Location = IssueLocation.At(PointerOf(StayFacts.Employer)) },
        "/inflowReason" => issue with { Location = IssueLocation.At(PointerOf(StayFacts.InflowReason)) },
        _ => issue,
    };

    private static string PointerOf(string fact) => fact is StayFacts.ArrivedOn or StayFacts.LeftOn ? "/on" : "/facts/" + fact;
}
