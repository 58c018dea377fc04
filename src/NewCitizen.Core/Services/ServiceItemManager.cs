using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Hosting;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Services;

/// <summary>Keeps the list of what an office does (事项目录). Items are never deleted: cases and bookings name them; one that ends is no longer offered. Thread-safe.</summary>
public sealed class ServiceItemManager
{
    private readonly IRecordStore _store;
    private readonly IServiceItemStore _items;
    private readonly IClock _clock;
    private readonly IIdGenerator _ids;

    /// <summary>Usually made by the container.</summary>
    public ServiceItemManager(IRecordStore store, IServiceItemStore items, IClock clock, IIdGenerator ids)
    {
        _store = store;
        _items = items;
        _clock = clock;
        _ids = ids;
    }

    /// <summary>Adds an item.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="item">The item; its revision does not count, and with an id of zeros it is given one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The item as stored; refused with NC2200–NC2208 for what is wrong with it, NC2201 if the code is taken, NC3000 if the id is.</returns>
    public async ValueTask<Outcome<ServiceItem>> AddAsync(AccessContext context, ServiceItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(item);
        using var span = NewCitizenTelemetry.Start("service-item.add");
        var added = item.Id == default ? item with { Id = ServiceItemId.New(_ids) } : item;
        return await WriteAsync(context, added, ExpectedVersion.Missing, "service-item.add", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Replaces an item.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="item">The item as it shall be, with the revision the caller has seen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The item as stored; refused as by <see cref="AddAsync"/>, with NC3012 if it is not there and NC3000 if it was changed meanwhile.</returns>
    public async ValueTask<Outcome<ServiceItem>> ReplaceAsync(AccessContext context, ServiceItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(item);
        using var span = NewCitizenTelemetry.Start("service-item.replace");
        var current = await _items.FindAsync(context.Agency, item.Id, cancellationToken).ConfigureAwait(false);
        return current switch
        {
            null => Outcome<ServiceItem>.Refused(StorageErrors.NotFound),
            _ when current.Revision != item.Revision => Outcome<ServiceItem>.Refused(StorageErrors.Conflict),
            _ => await WriteAsync(context, item, item.Revision.Expected, "service-item.replace", cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Reads one item; null if there is none in the caller's agency.</summary>
    public ValueTask<ServiceItem?> FindAsync(AccessContext context, ServiceItemId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _items.FindAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Reads an item by its code; null if there is none in the caller's agency.</summary>
    public ValueTask<ServiceItem?> FindByCodeAsync(AccessContext context, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _items.FindByCodeAsync(context.Agency, code, cancellationToken);
    }

    /// <summary>Lists items, oldest first, those no longer offered too. 1 to 1,000 a page.</summary>
    public ValueTask<Page<ServiceItem>> ListAsync(AccessContext context, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _items.ListAsync(context.Agency, limit, after, cancellationToken);
    }

    private async ValueTask<Outcome<ServiceItem>> WriteAsync(AccessContext context, ServiceItem item, ExpectedVersion expected, string action, CancellationToken cancellationToken)
    {
        var issues = ServiceItemRules.Check(item);
        if (issues.Count > 0)
        {
            return Outcome<ServiceItem>.Refused(issues);
        }

        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, action, ServiceKinds.ServiceItem, item.Id.Value));
        _items.Stage(batch, item, expected);
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { IsDurable: true } => Outcome<ServiceItem>.Done(item with { Revision = new(result.Versions[^1]) }),
            { Status: CommitStatus.NotUnique } => Outcome<ServiceItem>.Refused([new Issue(ServiceErrors.CodeTaken, IssueLocation.At("/code"))]),
            _ => Outcome<ServiceItem>.Refused([CommitFailures.Issue(result)]),
        };
    }
}
